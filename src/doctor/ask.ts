import { codeOf } from '../common/index.js';

const PATIENCE_MS = 5_000;
// More is no answer that a check could have a use for.
const MAX_BYTES = 256 * 1024;

export interface Answered {
  status: number;
  /** By the other side's clock, to the second; undefined when it does not tell. */
  date: Date | undefined;
  text: string;
}

/** `failure`: why there was no answer, as a code or a few words without the address. */
export type Asked = Answered | { failure: string };

/** Asks once, for a bounded time, following nothing. Never throws. */
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

/** The message would hold the address, and with it perhaps a password. */
function reasonOf(error: unknown): string {
  if ((error as Error).name === 'TimeoutError') return `no answer within ${PATIENCE_MS / 1000} s`;
  return codeOf(error) ?? 'no connection';
}
