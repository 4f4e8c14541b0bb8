import type { IncomingMessage } from 'node:http';
import { codeOf, guardedRequest, messageOf, UnprocessableError } from '../../common/index.js';
import { TryLaterError } from '../../jobs/index.js';

// Milliseconds without a byte.
const SILENCE_MS = 20_000;
const LONGEST_MS = 15 * 60_000;
const REFUSED_TYPES = /^(?:text\/|application\/(?:json|xml|xhtml))/i;
// Refused by the server for good: another attempt would answer the same.
const MAX_TEMPORARY = new Set([408, 425, 429]);

/**
 * Streams the file at a URL that `VerifiedUrls` accepts, so https on a domain that the operator verified. Follows no redirects,
 * because they could lead elsewhere.
 * @throws UnprocessableError if something else than a file answers; TryLaterError if nothing does
 */
export async function* webFile(
  url: string,
  allowPrivate: boolean,
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  const limited = AbortSignal.any([signal, AbortSignal.timeout(LONGEST_MS)]);
  const response = await opened(new URL(url), allowPrivate, limited).catch((error: unknown) => {
    throw unreachable(url, error);
  });
  try {
    assertFile(url, response);
    for await (const part of response) yield part as Buffer;
  } catch (error) {
    throw error instanceof UnprocessableError || error instanceof TryLaterError
      ? error
      : unreachable(url, error);
  } finally {
    response.destroy();
  }
}

function opened(url: URL, allowPrivate: boolean, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const headers = { 'user-agent': 'tiktok-connector', accept: '*/*' };
    const outgoing = guardedRequest(url, { signal, headers }, { allowPrivate });
    outgoing.setTimeout(SILENCE_MS, () => outgoing.destroy(new Error('it was silent for too long')));
    outgoing.once('response', resolve);
    outgoing.once('error', reject);
    outgoing.end();
  });
}

function assertFile(url: string, { statusCode: status = 0, headers }: IncomingMessage): void {
  const type = headers['content-type'] ?? '';
  if (status >= 500 || MAX_TEMPORARY.has(status)) throw unreachable(url, new Error(`HTTP ${status}`));
  if (status >= 300 && status < 400)
    throw refused(url, `redirects with HTTP ${status}. Pass the address to which it redirects`);
  if (status !== 200)
    throw refused(url, `answered HTTP ${status}. Check that the URL is public and has not expired`);
  if (REFUSED_TYPES.test(type))
    throw refused(
      url,
      `answered ${type}, not a file. Pass the address of the file itself, not of a page that shows it`,
    );
}

function refused(url: string, what: string): UnprocessableError {
  return new UnprocessableError('url_not_a_file', `${placeOf(url)} ${what}.`);
}

function unreachable(url: string, error: unknown): TryLaterError {
  return new TryLaterError(
    `${placeOf(url)} did not send the file: ${codeOf(error) ?? messageOf(error)}`,
    undefined,
    {
      cause: error,
    },
  );
}

/** Returns the URL without its query, which may carry a signature. */
function placeOf(url: string): string {
  return url.split('?', 1)[0] ?? '';
}
