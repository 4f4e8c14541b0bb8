import { createHmac, timingSafeEqual } from 'node:crypto';

/** What `TikTok-Signature: t=<unix seconds>,s=<hex>` says. */
export interface SignatureHeader {
  /** As sent: it is part of the signed message. */
  timestamp: string;
  /** One of them has to match. TikTok may send several, as when a secret is replaced. */
  signatures: Buffer[];
}

// TikTok's header has about 80 characters. Each signature costs a comparison.
const MAX_LENGTH = 4_096;

/**
 * Reads the header by TikTok's own steps: elements are parted by commas, name and value by the first `=`. Their order does
 * not matter, and elements of other names are not ours to read.
 * https://developers.tiktok.com/doc/webhooks-verification
 * @returns undefined when it has no time, more than one, or no signature
 */
export function parseSignature(header: string | undefined): SignatureHeader | undefined {
  if (header === undefined || header.length > MAX_LENGTH) return undefined;
  const elements = header.split(',').map(nameAndValue);
  const named = (wanted: string) => elements.flatMap(([name, value]) => (name === wanted ? [value] : []));
  // A proxy may join a header that was sent twice.
  const [timestamp = '', ...others] = new Set(named('t'));
  // Lower case, as TikTok writes it: no bit of a signature may change.
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
 * Whether one of the secrets has made one of the signatures of these bytes. Takes the same time whichever matches.
 * @param rawBody the bytes as they came, never re-serialised
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
