import { createHmac, timingSafeEqual } from 'node:crypto';

/** The parts of `TikTok-Signature: t=<unix seconds>,s=<hex>`. */
export interface SignatureHeader {
  /** As sent: it is part of the signed message. */
  timestamp: string;
  signature: Buffer;
}

/** @returns undefined for anything that has not exactly the documented form */
export function parseSignature(header: string | undefined): SignatureHeader | undefined {
  const match = /^t=(\d{1,12}),\s*s=([0-9a-f]{64})$/.exec(header ?? '');
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  return { timestamp: match[1], signature: Buffer.from(match[2], 'hex') };
}

/**
 * Whether one of the secrets signed these bytes. https://developers.tiktok.com/doc/webhooks-verification
 * @param rawBody the bytes as they came, never re-serialised
 */
export function isSignedBy(secrets: readonly string[], header: SignatureHeader, rawBody: Buffer): boolean {
  const matches = secrets.map((secret) => {
    const expected = createHmac('sha256', secret).update(`${header.timestamp}.`).update(rawBody).digest();
    return timingSafeEqual(expected, header.signature);
  });
  return matches.includes(true);
}
