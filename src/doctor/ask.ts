import { codeOf } from '../common/index.js';

const PATIENCE_MS = 5_000;
// No check needs a larger response.
const MAX_BYTES = 256 * 1024;

export interface Answered {
  status: number;
  /** The Date header, in whole seconds; undefined if absent. */
  date: Date | undefined;
  text: string;
}

/** `failure`: why there was no response, as a code or a few words without the address. */
export type Asked = Answered | { failure: string };

/** Sends one request with a timeout and without redirects. Never throws. */
export async function ask(url: string, init: RequestInit = {}): Promise<Asked> {
  try {
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { 'user-agent': 'tiktok-connector doctor', ...init.headers },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const date = Date.parse(response.headers.get('date') ?? '');
    return {
      status: response.status,
      date: Number.isNaN(date) ? undefined : new Date(date),
      text: await beginningOf(response),
    };
  } catch (error) {
    return { failure: reasonOf(error) };
  }
}

async function beginningOf(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    parts.push(part as Uint8Array);
    bytes += (part as Uint8Array).length;
    if (bytes > MAX_BYTES) break;
  }
  return Buffer.concat(parts).toString('utf8');
}

/** Omits the error's message, which may contain the address and a password. */
function reasonOf(error: unknown): string {
  if ((error as Error).name === 'TimeoutError') return `no response within ${PATIENCE_MS / 1000} s`;
  return codeOf(error) ?? 'no connection';
}
