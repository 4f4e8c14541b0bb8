import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';

const VERSION = 'v1';
const IV_BYTES = 12;

/** Which value of which record: a ciphertext moved elsewhere does not decrypt. */
export interface CipherPlace {
  recordId: string;
  field: string;
}

/** AES-256-GCM with the key's id in the record, so that keys can be rotated. Form: `v1.<key id>.<iv>.<tag>.<text>`. */
@Injectable()
export class TokenCipher {
  constructor(private readonly config: AppConfig) {}

  encrypt(plain: string, place: CipherPlace): string {
    const [newest] = this.config.encryptionKeys;
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', newest.key, iv).setAAD(aad(place));
    const encrypted = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return [
      VERSION,
      newest.id,
      ...[iv, cipher.getAuthTag(), encrypted].map((b) => b.toString('base64url')),
    ].join('.');
  }

  /** @throws Error when the key is unknown or the record was altered; never shows the text */
  decrypt(record: string, place: CipherPlace): string {
    const [version, keyId, iv = '', tag = '', encrypted = ''] = record.split('.');
    const known = this.config.encryptionKeys.find(({ id }) => id === keyId);
    if (version !== VERSION || !known) {
      throw new Error(
        `no key "${keyId ?? ''}" in TOKEN_ENCRYPTION_KEYS for ${place.field} of ${place.recordId}`,
      );
    }
    const decipher = createDecipheriv('aes-256-gcm', known.key, Buffer.from(iv, 'base64url'), {
      authTagLength: 16,
    });
    decipher.setAAD(aad(place)).setAuthTag(Buffer.from(tag, 'base64url'));
    return decipher.update(Buffer.from(encrypted, 'base64url'), undefined, 'utf8') + decipher.final('utf8');
  }
}

function aad({ recordId, field }: CipherPlace): Buffer {
  return Buffer.from(`${recordId}/${field}`);
}
