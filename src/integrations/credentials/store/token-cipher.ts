import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppConfig, type EncryptionKey } from '../../../config/index.js';
import { SecretUnreadableError } from '../../integration/credential.errors.js';

const VERSION = 'v1';
const IV_BYTES = 12;
const TAG_BYTES = 16;
// As TOKEN_ENCRYPTION_KEYS takes them.
const KEY_ID = /^v1\.([A-Za-z0-9_-]{1,32})\./;
const FORM = /^v1\.[A-Za-z0-9_-]{1,32}\.([A-Za-z0-9_-]{16})\.([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]*)$/;

/** Names the record and the field of a value. A ciphertext that is moved elsewhere does not decrypt. */
export interface CipherPlace {
  recordId: string;
  field: string;
}

/** Encrypts with AES-256-GCM. The key's id is in the record, so that keys can be rotated: `v1.<key id>.<iv>.<tag>.<text>`. */
@Injectable()
export class TokenCipher {
  constructor(private readonly config: AppConfig) {}

  encrypt(plain: string, place: CipherPlace): string {
    return encryptWith(this.config.encryptionKeys[0], plain, place);
  }

  /** @throws SecretUnreadableError when the key is unknown or the record was altered; never contains the text */
  decrypt(record: string, place: CipherPlace): string {
    const keyId = keyIdOf(record);
    const key = this.config.encryptionKeys.find(({ id }) => id === keyId);
    if (keyId !== undefined && !key) throw new SecretUnreadableError('key_missing', keyId, place);
    return decryptWith(key, record, place);
  }

  /** True if the record is encrypted with the newest key. */
  isCurrent(record: string): boolean {
    return keyIdOf(record) === this.config.encryptionKeys[0].id;
  }
}

export function encryptWith({ id, key }: EncryptionKey, plain: string, place: CipherPlace): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(aad(place));
  const encrypted = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return [VERSION, id, ...[iv, cipher.getAuthTag(), encrypted].map((b) => b.toString('base64url'))].join('.');
}

/** @throws SecretUnreadableError */
export function decryptWith(key: EncryptionKey | undefined, record: string, place: CipherPlace): string {
  const keyId = keyIdOf(record);
  const parts = FORM.exec(record);
  if (!parts || !key) throw new SecretUnreadableError('damaged', keyId, place);
  const [, iv = '', tag = '', encrypted = ''] = parts;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key.key, Buffer.from(iv, 'base64url'), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(aad(place)).setAuthTag(Buffer.from(tag, 'base64url'));
    return decipher.update(Buffer.from(encrypted, 'base64url'), undefined, 'utf8') + decipher.final('utf8');
  } catch (error) {
    throw new SecretUnreadableError('does_not_open', keyId, place, { cause: error });
  }
}

/** Returns the id of the key that a record names; undefined if it is not one of our records. */
export function keyIdOf(record: string): string | undefined {
  return KEY_ID.exec(record)?.[1];
}

function aad({ recordId, field }: CipherPlace): Buffer {
  return Buffer.from(`${recordId}/${field}`);
}
