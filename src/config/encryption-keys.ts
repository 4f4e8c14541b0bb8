/** A key that encrypts TikTok tokens at rest. */
export interface EncryptionKey {
  id: string;
  /** 32 bytes, AES-256. */
  key: Buffer;
}

const KEY_BYTES = 32; // AES-256
// Random bytes practically never have fewer distinct values than half their number, for 32 as for 24 bytes.
const MIN_DIFFERENT_BYTES = 16;

/**
 * Parses `id:base64` items, newest first.
 * @returns the keys, and one problem per invalid item (without its value)
 */
export function parseEncryptionKeys(items: readonly string[]): {
  keys: EncryptionKey[];
  problems: string[];
} {
  const keys: EncryptionKey[] = [];
  const problems: string[] = [];
  for (const [index, item] of items.entries()) {
    const separator = item.indexOf(':');
    const id = item.slice(0, Math.max(separator, 0));
    const text = item.slice(separator + 1).trim();
    const key = Buffer.from(text, 'base64');
    const place = `TOKEN_ENCRYPTION_KEYS: item ${index + 1}`;
    if (!/^[A-Za-z0-9_-]{1,32}$/.test(id)) problems.push(`${place} must have the form <id>:<base64 key>`);
    // The decoder skips invalid characters, which would produce a different key.
    else if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(text))
      problems.push(`${place} contains characters that are not base64`);
    else if (key.length !== KEY_BYTES)
      problems.push(`${place} must be ${KEY_BYTES} bytes in base64, not ${key.length}`);
    else if (keys.some((known) => known.id === id)) problems.push(`${place} repeats a key id`);
    else keys.push({ id, key });
  }
  return { keys, problems };
}

/** True if a key is typed or filled with a pattern rather than random. */
export function isMadeUp({ key }: Pick<EncryptionKey, 'key'>): boolean {
  return new Set(key).size < differentBytesWanted(key) || /^[\x20-\x7e]*$/.test(key.toString('latin1'));
}

function differentBytesWanted({ length }: Buffer): number {
  return Math.min(MIN_DIFFERENT_BYTES, Math.floor(length / 2));
}
