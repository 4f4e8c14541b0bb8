import type { EncryptionKey } from './app-config.js';

const KEY_BYTES = 32; // AES-256
// Among 32 random bytes fewer different ones than half of them practically never occur, and among 24 likewise.
const MIN_DIFFERENT_BYTES = 16;

/**
 * Parses `id:base64` items, newest first.
 * @returns the keys, or one complaint per item that is wrong (never its value).
 */
export function parseEncryptionKeys(items: readonly string[]): {
  keys: EncryptionKey[];
  complaints: string[];
} {
  const keys: EncryptionKey[] = [];
  const complaints: string[] = [];
  for (const [index, item] of items.entries()) {
    const separator = item.indexOf(':');
    const id = item.slice(0, Math.max(separator, 0));
    const text = item.slice(separator + 1).trim();
    const key = Buffer.from(text, 'base64');
    const place = `TOKEN_ENCRYPTION_KEYS: item ${index + 1}`;
    if (!/^[A-Za-z0-9_-]{1,32}$/.test(id)) complaints.push(`${place} needs the form <id>:<base64 key>`);
    // What does not belong there is passed over by the decoder: the key would be another one than was meant.
    else if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(text))
      complaints.push(`${place} holds characters that base64 does not have`);
    else if (key.length !== KEY_BYTES)
      complaints.push(`${place} must hold ${KEY_BYTES} bytes in base64, not ${key.length}`);
    else if (keys.some((known) => known.id === id)) complaints.push(`${place} repeats a key id`);
    else keys.push({ id, key });
  }
  return { keys, complaints };
}

/** Whether a key was typed or filled in rather than made by chance. */
export function isMadeUp({ key }: Pick<EncryptionKey, 'key'>): boolean {
  return new Set(key).size < differentBytesWanted(key) || /^[\x20-\x7e]*$/.test(key.toString('latin1'));
}

function differentBytesWanted({ length }: Buffer): number {
  return Math.min(MIN_DIFFERENT_BYTES, Math.floor(length / 2));
}
