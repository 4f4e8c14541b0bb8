import { isUrl } from '../is-url.js';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

/** A receiver that takes longer fails. TikTok's own value is unknown. */
const TIMEOUT_MS = 10_000;

/**
 * Posts one delivery.
 * @param headers with the signature
 * @returns the receiver's status, or the reason for its absence
 */
export function postWebhook(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  abort: AbortSignal,
): Promise<number | string> {
  if (!isUrl(url)) return Promise.resolve(`not a URL: ${url}`);
  return new Promise((resolve) => {
    const send = url.startsWith('https:') ? httpsRequest : httpRequest;
    const outgoing = send(url, {
      method: 'POST',
      // No keep-alive: a sandbox that has been closed must leave no socket behind.
      agent: false,
      signal: abort,
      timeout: TIMEOUT_MS,
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'TikTok-Webhook-Sandbox',
        ...headers,
      },
    });
    outgoing.on('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    outgoing.on('timeout', () => outgoing.destroy(new Error('timed out')));
    outgoing.on('error', (error) => resolve(error.message || 'connection failed'));
    outgoing.end(body);
  });
}
