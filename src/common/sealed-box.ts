import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts data that only this service reads again. */
export class SealedBox {
  private readonly keys: Buffer[];

  /**
   * @param encryptionKeys newest first: the first seals, and all open. Keys are derived from them, so no other secret is
   *   needed
   * @param purpose a box for one purpose does not open for another
   */
  constructor(encryptionKeys: readonly { key: Buffer }[], purpose: string) {
    this.keys = encryptionKeys.map(({ key }) => Buffer.from(hkdfSync('sha256', key, '', purpose, 32)));
  }

  /** @param place where the box is stored: it opens nowhere else */
  seal(text: string, place: string): Buffer {
    const [newest] = this.keys;
    if (!newest) throw new Error('no encryption key is configured');
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, newest, nonce).setAAD(Buffer.from(place));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  /** @returns undefined when key or place differ, or the box is damaged */
  open(box: Buffer, place: string): string | undefined {
    for (const key of this.keys) {
      const text = openWith(key, box, place);
      if (text !== undefined) return text;
    }
    return undefined;
  }
}

function openWith(key: Buffer, box: Buffer, place: string): string | undefined {
  const [nonce, tag] = [box.subarray(0, NONCE_BYTES), box.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)];
  if (tag.length !== TAG_BYTES) return undefined;
  const decipher = createDecipheriv(CIPHER, key, nonce).setAAD(Buffer.from(place)).setAuthTag(tag);
  try {
    const opened = [decipher.update(box.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()];
    return Buffer.concat(opened).toString('utf8');
  } catch {
    return undefined;
  }
}
