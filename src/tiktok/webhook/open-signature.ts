import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * True if the secret produced the header `X-Open-Signature` of an ads webhook: an HMAC over the body, in which every UTF-16
 * unit beyond ASCII is written as `\uxxxx`. Source: business reference §9.1.
 */
export function isOpenSignedBy(secret: string, header: string | undefined, rawBody: Buffer): boolean {
  if (header === undefined || !/^[0-9a-f]{64}$/.test(header)) return false;
  const expected = createHmac('sha256', secret)
    .update(escaped(rawBody.toString('utf8')))
    .digest();
  return timingSafeEqual(expected, Buffer.from(header, 'hex'));
}

function escaped(body: string): string {
  return body.replaceAll(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
