// The caller: measures calls and uploads from a process of its own.
import { Agent, request } from 'node:http';
import { play } from './role.js';

export interface CallsQuestion {
  readonly kind: 'calls';
  readonly url: string;
  readonly token: string;
  readonly seconds: number;
  /** Besides the token. */
  readonly headers?: Record<string, string>;
  /** 16 when absent. */
  readonly connections?: number;
}

export interface UploadQuestion {
  readonly kind: 'upload';
  readonly url: string;
  readonly chunks: number;
  readonly chunkBytes: number;
}

const CONNECTIONS = 16;
const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

interface Sent {
  readonly method: string;
  readonly headers: Record<string, string | number>;
  readonly body?: Buffer;
}

/** @returns the status, once the whole answer is there */
function send(url: string, { method, headers, body }: Sent): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers, agent }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** @returns calls per second */
async function calls(question: CallsQuestion): Promise<number> {
  const { url, token, seconds, connections = CONNECTIONS } = question;
  const headers = { authorization: `Bearer ${token}`, ...question.headers };
  const startedAt = performance.now();
  const until = startedAt + seconds * 1000;
  let done = 0;
  const caller = async (): Promise<void> => {
    while (performance.now() < until) {
      const status = await send(url, { method: 'GET', headers });
      if (status !== 200) throw new Error(`the call was answered with ${status}`);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, caller));
  return done / ((performance.now() - startedAt) / 1000);
}

/** @returns megabytes (10^6) per second */
async function upload({ url, chunks, chunkBytes }: UploadQuestion): Promise<number> {
  const body = Buffer.alloc(chunkBytes, 'v');
  const total = chunks * chunkBytes;
  const startedAt = performance.now();
  for (let first = 0; first < total; first += chunkBytes) {
    const status = await send(url, {
      method: 'PUT',
      headers: {
        'content-type': 'video/mp4',
        'content-length': chunkBytes,
        'content-range': `bytes ${first}-${first + chunkBytes - 1}/${total}`,
      },
      body,
    });
    if (status !== 201 && status !== 206) throw new Error(`the chunk was answered with ${status}`);
  }
  return total / 1e6 / ((performance.now() - startedAt) / 1000);
}

play(0, async (question) => {
  const asked = question as CallsQuestion | UploadQuestion;
  return { figure: await (asked.kind === 'calls' ? calls(asked) : upload(asked)) };
});
