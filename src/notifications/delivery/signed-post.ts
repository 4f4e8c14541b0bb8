import type { RequestOptions } from 'node:http';
import { codeOf, guardedRequest, NotPublicError } from '../../common/index.js';
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
  /** True for an address of the operator; false for one that a user gave. */
  allowPrivate: boolean;
}

/**
 * Posts a signed webhook. Redirects are not followed, and the body of the answer is not read, because it may be endless.
 * @returns the HTTP status
 * @throws DeliveryFailedError when nothing answers
 */
export async function postSigned({ url, secret, id, body, allowPrivate }: SignedPost): Promise<number> {
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
    return await send(new URL(url), { method: 'POST', headers, signal }, { allowPrivate, body });
  } catch (error) {
    const reason = signal.aborted ? `no answer within ${TIMEOUT_MS / 1000} s` : reasonOf(error);
    throw new DeliveryFailedError(`the webhook endpoint is unreachable: ${reason}`);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof NotPublicError ? error.message : (codeOf(error) ?? (error as Error).name);
}

function send(
  url: URL,
  options: RequestOptions,
  { allowPrivate, body }: Pick<SignedPost, 'allowPrivate' | 'body'>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = guardedRequest(url, options, { allowPrivate });
    outgoing.once('response', (response) => {
      resolve(response.statusCode ?? 0);
      // Errors of a connection whose body is not read do not matter.
      response.on('error', () => undefined).destroy();
    });
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}
