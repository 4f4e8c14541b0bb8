import { createHmac } from 'node:crypto';

/** The body as it is signed: every UTF-16 unit beyond ASCII as a lower-case `\uxxxx`. */
export function escapeNonAscii(body: string): string {
  return body.replaceAll(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The value of `X-Open-Signature`. Source: business reference §9.1 (one source only). */
export function openSignature(secret: string, body: string, escapes: boolean): string {
  return createHmac('sha256', secret)
    .update(escapes ? escapeNonAscii(body) : body)
    .digest('hex');
}
