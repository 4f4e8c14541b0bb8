import { createPublicKey, type KeyObject } from 'node:crypto';
import { JwksClient } from 'jwks-rsa';
import { isError } from '../common/index.js';

const FRESH_MS = 10 * 60_000;
// An identity provider that is away for less than this is not noticed by callers whose key we know.
const USABLE_MS = 60 * 60_000;
// How often a key that we do not know may make us ask: made-up ones must not keep us asking, and a new one waits no longer.
const ASK_AGAIN_MS = 10_000;
const ASK_AGAIN_AFTER_FAILURE_MS = 1_000;
const ANSWER_WITHIN_MS = 5_000;
const MIN_RSA_BITS = 2048;

type Keys = ReadonlyMap<string | undefined, KeyObject>;

/**
 * The identity provider's public keys. They are asked for and kept as one set: kept by id, as jwks-rsa does it, tokens
 * with made-up ids would use up the questions that its rate limit allows, and real callers would be refused.
 */
export class SigningKeys {
  private readonly client: JwksClient;
  private keys: Keys | undefined;
  private keysAt = -Infinity;
  private failure: Error | undefined;
  private askedAt = -Infinity;
  private asking: Promise<Keys> | undefined;

  constructor(
    jwksUri: string,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.client = new JwksClient({ jwksUri, cache: false, rateLimit: false, timeout: ANSWER_WITHIN_MS });
  }

  /**
   * @returns the key, or undefined when the identity provider has none with this id
   * @throws what kept the identity provider from answering
   */
  async find(kid: string | undefined): Promise<KeyObject | undefined> {
    const known = this.keys?.get(kid);
    if (known && this.age() < FRESH_MS) return known;
    try {
      return (await this.current()).get(kid);
    } catch (error) {
      if (known && this.age() < USABLE_MS) return known;
      throw error;
    }
  }

  private age(): number {
    return this.now() - this.keysAt;
  }

  /** As they are now, or were a moment ago; those who ask at the same time share the question. */
  private async current(): Promise<Keys> {
    if (this.asking) return await this.asking;
    const sinceAsked = this.now() - this.askedAt;
    if (this.failure && sinceAsked < ASK_AGAIN_AFTER_FAILURE_MS) throw this.failure;
    if (!this.failure && this.keys && sinceAsked < ASK_AGAIN_MS) return this.keys;
    this.askedAt = this.now();
    this.asking = this.ask().finally(() => (this.asking = undefined));
    return await this.asking;
  }

  private async ask(): Promise<Keys> {
    try {
      const found = await this.client.getSigningKeys();
      const entries = found.flatMap((one) => {
        const key = createPublicKey(one.getPublicKey());
        return isStrong(key) ? [[one.kid, key] as const] : [];
      });
      const [only] = entries;
      // A token may leave the id away when there is but one key to choose.
      this.keys = new Map(only && entries.length === 1 ? [...entries, [undefined, only[1]]] : entries);
      this.keysAt = this.now();
      this.failure = undefined;
      return this.keys;
    } catch (error) {
      // Not always an error: jwks-rsa rejects with an object when the answer is no 2xx.
      this.failure = isError(error) ? error : new Error('the JWKS could not be read', { cause: error });
      throw this.failure;
    }
  }
}

/** RFC 7518 wants RSA keys of at least 2048 bits. */
function isStrong({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): boolean {
  return asymmetricKeyType !== 'rsa' || (asymmetricKeyDetails?.modulusLength ?? 0) >= MIN_RSA_BITS;
}
