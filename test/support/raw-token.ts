import { createHmac, sign, type KeyObject } from 'node:crypto';

/** The parts of a JWT as texts, so that a test can write what no library would. */
export interface RawToken {
  header: object | string;
  claims: object | string;
}

type Signer = (input: string) => Buffer;

export const rs256 =
  (key: KeyObject, hash = 'sha256'): Signer =>
  (input) =>
    sign(hash, Buffer.from(input), key);

export const es256 =
  (key: KeyObject): Signer =>
  (input) =>
    sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' });

export const hmac =
  (key: string | Buffer, hash = 'sha256'): Signer =>
  (input) =>
    createHmac(hash, key).update(input).digest();

export const unsigned: Signer = () => Buffer.alloc(0);

export function rawToken({ header, claims }: RawToken, signer: Signer): string {
  const input = [header, claims]
    .map((part) => Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${input}.${signer(input).toString('base64url')}`;
}
