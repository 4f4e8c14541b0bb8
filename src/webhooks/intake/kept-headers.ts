import type { IncomingHttpHeaders } from 'node:http';

/** The headers that are stored, by their lower-case names. */
export type KeptHeaders = Readonly<Record<string, string>>;

// TikTok's support finds a delivery by its log id. The others tell by whom it was sent, and how to read it.
const KEPT = ['x-tt-logid', 'webhook-schema-version', 'user-agent', 'content-type'] as const;
const MAX_CHARACTERS = 200;
// Node reads a header as Latin-1, whatever its bytes are, and PostgreSQL stores no zero byte in JSON.
const UNPRINTABLE = /[^\x20-\x7e]/g;
const REPLACEMENT = '\ufffd';

/** @returns the headers of a delivery that are stored; null if it has none of them */
export function keptHeaders(headers: IncomingHttpHeaders): KeptHeaders | null {
  const kept: Record<string, string> = {};
  for (const name of KEPT) {
    const value = one(headers[name]);
    if (value) kept[name] = value.slice(0, MAX_CHARACTERS).replace(UNPRINTABLE, REPLACEMENT);
  }
  return Object.keys(kept).length > 0 ? kept : null;
}

/** Node joins repeated headers with a comma. */
export function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(',') : header;
}
