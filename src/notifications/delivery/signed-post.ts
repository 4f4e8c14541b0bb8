import { request as requestHttp, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { codeOf } from '../../common/index.js';
import { DeliveryFailedError } from './delivery-failed.error.js';
import { signWebhook } from './webhook-signature.js';

const TIMEOUT_MS = 10_000;

/** A webhook by the Standard Webhooks specification. */
export interface SignedPost {
  url: string;
  /** The bytes after `whsec_`. */
  secret: Buffer;
  /** The same for every attempt. */
  id: string;
  /** JSON. */
  body: string;
  /** Resolves the host; by default as usual. */
  lookup?: RequestOptions['lookup'];
}

/**
 * Posts a signed webhook. Redirects are not followed, and the body of the answer is not read, because it may be endless.
 * @returns the HTTP status
 * @throws DeliveryFailedError when nothing answers
 */
export async function postSigned({ url, secret, id, body, lookup }: SignedPost): Promise<number> {
  const timestampSeconds = Math.floor(Date.now() / 1000);
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'user-agent': 'tiktok-connector',
    'webhook-id': id,
    'webhook-timestamp': String(timestampSeconds),
    'webhook-signature': signWebhook(secret, id, timestampSeconds, body),
  };
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    return await send(
      url,
      { method: 'POST', headers, signal, agent: false, ...(lookup && { lookup }) },
      body,
    );
  } catch (error) {
    const reason = signal.aborted
      ? `no answer within ${TIMEOUT_MS / 1000} s`
      : (codeOf(error) ?? (error as Error).name);
    throw new DeliveryFailedError(`the webhook endpoint is unreachable: ${reason}`);
  }
}

function send(url: string, options: RequestOptions, body: string): Promise<number> {
  const request = url.startsWith('https:') ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const outgoing = request(url, options);
    outgoing.once('response', (response) => {
      resolve(response.statusCode ?? 0);
      // An error of the connection that nobody reads is no news.
      response.on('error', () => undefined).destroy();
    });
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}
