import {
  Agent as HttpAgent,
  request as httpRequest,
  type ClientRequest,
  type IncomingMessage,
} from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { messageOf } from '../../common/index.js';

// Milliseconds. A chunk of up to 128 MB over a slow line; a line that is silent is given up much sooner.
const CONNECT_MS = 5_000;
const SILENCE_MS = 60_000;
const WHOLE_MS = 15 * 60_000;

/** A body that is sent from a stream, once. Its length stands in the headers. */
export interface BytesToSend {
  method: 'PUT';
  headers: Record<string, string>;
  body: Readable;
  signal: AbortSignal;
}

/** An answer as it came over the wire. */
export interface BytesAnswer {
  status: number;
  headers: IncomingMessage['headers'];
  body: string;
}

/** Nothing has left: the connection was never there. */
export class NeverConnectedError extends Error {}

/**
 * Streams bodies past got, whose own stream in between costs a tenth of the speed. Follows no redirect, repeats nothing.
 */
export class ByteSender {
  private readonly http = new HttpAgent({ keepAlive: true });
  private readonly https = new HttpsAgent({ keepAlive: true });

  /** @throws NeverConnectedError, or what ended the connection */
  async send(url: URL, { method, headers, body, signal }: BytesToSend): Promise<BytesAnswer> {
    const [request, agent] =
      url.protocol === 'https:' ? [httpsRequest, this.https] : [httpRequest, this.http];
    const limited = AbortSignal.any([signal, AbortSignal.timeout(WHOLE_MS)]);
    const outgoing = request(url, { method, headers, agent, signal: limited });
    const connected = watchConnection(outgoing);
    const answered = answerTo(outgoing);
    // An answer may come before the whole body was taken, and ends it: then only the answer counts.
    const sent = pipeline(body, outgoing).catch((error: unknown) => error);
    try {
      return await answered;
    } catch (error) {
      const cause = (await sent) ?? error;
      throw connected() ? cause : new NeverConnectedError(messageOf(cause), { cause });
    }
  }
}

/** @returns whether it was ever connected */
function watchConnection(outgoing: ClientRequest): () => boolean {
  let isConnected = false;
  outgoing.setTimeout(SILENCE_MS, () => outgoing.destroy(new Error('the line was silent for too long')));
  outgoing.once('socket', (socket) => {
    isConnected = !socket.connecting;
    if (isConnected) return;
    const giveUp = setTimeout(() => outgoing.destroy(new Error('no connection in time')), CONNECT_MS);
    socket.once('connect', () => {
      isConnected = true;
    });
    for (const event of ['connect', 'close']) socket.once(event, () => clearTimeout(giveUp));
  });
  return () => isConnected;
}

function answerTo(outgoing: ClientRequest): Promise<BytesAnswer> {
  return new Promise((resolve, reject) => {
    outgoing.on('error', reject);
    outgoing.once('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.once('error', reject);
      response.once('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts).toString(),
        }),
      );
    });
  });
}
