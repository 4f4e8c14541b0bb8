import { createHash } from 'node:crypto';
import { request, type IncomingMessage } from 'node:http';
import type { PullTarget } from './pull-hosts.js';

/** A fetched file. */
export interface PulledFile {
  readonly url: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

/** What TikTok accepts of one kind of media. */
export interface MediaRule {
  readonly mediaTypes: readonly string[];
  readonly maxBytes: number;
  /** Checks the first bytes; absent where the sandbox does not imitate TikTok's check. */
  readonly isFormat?: (head: Buffer) => boolean;
}

/** Thrown when a URL does not deliver the file: unreachable, slow, redirected, too large, or cut off. */
export class PullFailedError extends Error {}

/** Thrown for a file that TikTok does not accept. */
export class WrongFormatError extends Error {}

const HEAD_BYTES = 12;

/**
 * Fetches a file as TikTok does: one GET, no redirect, and the whole file. Source: reference §5.6.
 * @param signal aborts it; so does the timeout
 * @throws PullFailedError, WrongFormatError
 */
export async function fetchMedia(
  target: PullTarget,
  rule: MediaRule,
  signal: AbortSignal,
): Promise<PulledFile> {
  const answer = await get(target, signal);
  try {
    if (answer.statusCode !== 200) throw new PullFailedError(`HTTP ${answer.statusCode}`);
    const mediaType = (answer.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    if (!rule.mediaTypes.includes(mediaType)) throw new WrongFormatError(`Content-Type ${mediaType}`);
    return { url: target.url.href, mediaType, ...(await readAll(answer, rule)) };
  } finally {
    answer.destroy();
  }
}

function get({ origin, url }: PullTarget, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = origin;
    const path = url.pathname + url.search;
    const headers = { host: url.host, accept: '*/*' };
    request({ hostname: hostname.replaceAll(/[[\]]/g, ''), port, path, headers, signal, agent: false })
      .once('response', resolve)
      .once('error', (cause) => reject(new PullFailedError('no answer', { cause })))
      .end();
  });
}

async function readAll(
  answer: IncomingMessage,
  { maxBytes, isFormat }: MediaRule,
): Promise<Pick<PulledFile, 'bytes' | 'sha256'>> {
  const hash = createHash('sha256');
  let head = Buffer.alloc(0);
  let bytes = 0;
  try {
    for await (const part of answer as AsyncIterable<Buffer>) {
      bytes += part.length;
      if (bytes > maxBytes) throw new PullFailedError(`more than ${maxBytes} bytes`);
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, part.subarray(0, HEAD_BYTES)]);
      hash.update(part);
    }
  } catch (cause) {
    throw cause instanceof PullFailedError ? cause : new PullFailedError('cut off', { cause });
  }
  if (bytes === 0) throw new PullFailedError('no bytes');
  if (isFormat && !isFormat(head)) throw new WrongFormatError('the bytes are of another format');
  return { bytes, sha256: hash.digest('hex') };
}
