import type { AccountPlace } from '../../../ads/index.js';

/** Where a run of ads stopped: in an account. Those before it are done. */
export interface AdsCursor {
  accountId: string;
  place: AccountPlace;
}

/** Changes when the parts of an account's sync do. */
const VERSION = '1';

export function encodeAdsCursor({ accountId, place: { part, range } }: AdsCursor): string {
  return JSON.stringify([
    VERSION,
    accountId,
    String(part),
    ...(range ? [range.from, range.to, range.cursor] : []),
  ]);
}

/** @returns undefined without a cursor, or for one of another version: the run starts over, which does no harm */
export function decodeAdsCursor(cursor: string | null): AdsCursor | undefined {
  const [version, accountId, part, from, to, next] = texts(cursor);
  if (version !== VERSION || !accountId || !/^\d+$/.test(part ?? '')) return undefined;
  const range = from && to && next ? { range: { from, to, cursor: next } } : {};
  return { accountId, place: { part: Number(part), ...range } };
}

function texts(cursor: string | null): string[] {
  try {
    const values: unknown = JSON.parse(cursor ?? '');
    return Array.isArray(values) && values.every((one) => typeof one === 'string') ? values : [];
  } catch {
    return [];
  }
}
