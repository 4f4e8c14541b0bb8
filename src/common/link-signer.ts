import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** Signs links that may be used without signing in. */
export class LinkSigner {
  private readonly keys: Buffer[];

  /**
   * @param encryptionKeys newest first: the first signs, and all verify. Signing keys are derived from them, so links
   *   survive a key rotation and no other secret is needed
   * @param purpose a link for one purpose is not valid for another
   */
  constructor(encryptionKeys: readonly { key: Buffer }[], purpose: string) {
    this.keys = encryptionKeys.map(({ key }) => Buffer.from(hkdfSync('sha256', key, '', purpose, 32)));
  }

  sign(parts: readonly string[]): string {
    return this.signatures(parts)[0]?.toString('base64url') ?? '';
  }

  verifies(parts: readonly string[], signature: string): boolean {
    const given = Buffer.from(signature, 'base64url');
    return this.signatures(parts).some((one) => one.length === given.length && timingSafeEqual(one, given));
  }

  private signatures(parts: readonly string[]): Buffer[] {
    const message = JSON.stringify(parts);
    return this.keys.map((key) => createHmac('sha256', key).update(message).digest());
  }
}
