import { createHmac } from 'node:crypto';

/**
 * Signs a webhook by the Standard Webhooks scheme: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 * @param secret the decoded part after `whsec_`
 * @returns the value of the header webhook-signature
 */
export function signWebhook(secret: Buffer, id: string, timestampSeconds: number, body: string): string {
  const signed = `${id}.${timestampSeconds}.${body}`;
  return `v1,${createHmac('sha256', secret).update(signed).digest('base64')}`;
}
