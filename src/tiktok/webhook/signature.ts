import { createHmac, timingSafeEqual } from 'node:crypto';

/** The parsed header `TikTok-Signature: t=<unix seconds>,s=<hex>`. */
export interface SignatureHeader {
  /** The raw value, since it is part of the signed message. */
  timestamp: string;
  /** One of them has to match. TikTok may send several, for example while a secret is replaced. */
  signatures: Buffer[];
}

// TikTok's header has about 80 characters. The limit bounds the number of comparisons.
const MAX_LENGTH = 4_096;

/**
 * Parses the header as TikTok documents it: commas separate elements, and the first `=` separates name and value. The order
 * does not matter, and elements with other names are ignored.
 * https://developers.tiktok.com/doc/webhooks-verification
 * @returns undefined without a signature, or without exactly one time
 */
export function parseSignature(header: string | undefined): SignatureHeader | undefined {
  if (header === undefined || header.length > MAX_LENGTH) return undefined;
  const elements = header.split(',').map(nameAndValue);
  const named = (wanted: string) => elements.flatMap(([name, value]) => (name === wanted ? [value] : []));
  // A proxy may join a repeated header.
  const [timestamp = '', ...others] = new Set(named('t'));
  // TikTok uses lower case. Accepting upper case would accept an altered header.
  const signatures = named('s').filter((hex) => /^[0-9a-f]{64}$/.test(hex));
  if (!/^\d{1,12}$/.test(timestamp) || others.length > 0) return undefined;
  if (signatures.length === 0) return undefined;
  return { timestamp, signatures: signatures.map((hex) => Buffer.from(hex, 'hex')) };
}

function nameAndValue(element: string): [name: string, value: string] {
  const [name = '', ...value] = element.split('=');
  return [name.trim(), value.join('=').trim()];
}

/**
 * True if one of the secrets produced one of the signatures. Takes the same time whichever matches.
 * @param rawBody the received bytes, never re-serialised
 */
export function isSignedBy(
  secrets: readonly string[],
  { timestamp, signatures }: SignatureHeader,
  rawBody: Buffer,
): boolean {
  const matches = secrets.flatMap((secret) => {
    const expected = createHmac('sha256', secret).update(`${timestamp}.`).update(rawBody).digest();
    return signatures.map((signature) => timingSafeEqual(expected, signature));
  });
  return matches.includes(true);
}
