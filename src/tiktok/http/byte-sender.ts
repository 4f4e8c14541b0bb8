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

// Milliseconds. A chunk of up to 128 MB may take long on a slow connection. A silent connection is given up much sooner.
const CONNECT_MS = 5_000;
const SILENCE_MS = 60_000;
const LONGEST_TRANSFER_MS = 15 * 60_000;

/** A body to stream once. The headers state its length. */
export interface BytesToSend {
  method: 'PUT';
  headers: Record<string, string>;
  body: Readable;
  signal: AbortSignal;
}

/** The raw response. */
export interface BytesResponse {
  status: number;
  headers: IncomingMessage['headers'];
  body: string;
}

/** No connection was established, so nothing was sent. */
export class NeverConnectedError extends Error {}

/** Streams bodies without got, whose extra stream costs a tenth of the speed. Follows no redirects and never retries. */
export class ByteSender {
  private readonly http = new HttpAgent({ keepAlive: true });
  private readonly https = new HttpsAgent({ keepAlive: true });

  /** @throws NeverConnectedError, or the error that ended the connection */
  async send(url: URL, { method, headers, body, signal }: BytesToSend): Promise<BytesResponse> {
    const [request, agent] =
      url.protocol === 'https:' ? [httpsRequest, this.https] : [httpRequest, this.http];
    const limited = AbortSignal.any([signal, AbortSignal.timeout(LONGEST_TRANSFER_MS)]);
    const outgoing = request(url, { method, headers, agent, signal: limited });
    const connected = watchConnection(outgoing);
    const responded = responseTo(outgoing);
    // A response may arrive before the whole body is sent, and ends the transfer. Then only the response counts.
    const sent = pipeline(body, outgoing).catch((error: unknown) => error);
    try {
      return await responded;
    } catch (error) {
      const cause = (await sent) ?? error;
      throw connected() ? cause : new NeverConnectedError(messageOf(cause), { cause });
    }
  }
}

/** @returns a function that returns whether a connection was ever established */
function watchConnection(outgoing: ClientRequest): () => boolean {
  let isConnected = false;
  outgoing.setTimeout(SILENCE_MS, () =>
    outgoing.destroy(new Error('the connection was silent for too long')),
  );
  outgoing.once('socket', (socket) => {
    isConnected = !socket.connecting;
    if (isConnected) return;
    const giveUp = setTimeout(() => outgoing.destroy(new Error('the connection timed out')), CONNECT_MS);
    socket.once('connect', () => {
      isConnected = true;
    });
    for (const event of ['connect', 'close']) socket.once(event, () => clearTimeout(giveUp));
  });
  return () => isConnected;
}

function responseTo(outgoing: ClientRequest): Promise<BytesResponse> {
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
