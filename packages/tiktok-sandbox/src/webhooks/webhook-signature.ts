import { createHmac } from 'node:crypto';

/**
 * The value of `TikTok-Signature`: `t=<unix seconds>,s=<hex>`, where s is HMAC-SHA256 over `t.body`.
 * Source: reference §8.4.
 */
export function webhookSignature(secret: string, timestamp: number, body: string): string {
  const digest = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return `t=${timestamp},s=${digest}`;
}
