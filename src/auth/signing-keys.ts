import { createPublicKey, type KeyObject } from 'node:crypto';
import { JwksClient } from 'jwks-rsa';
import { isError } from '../common/index.js';

const FRESH_MS = 10 * 60_000;
// A shorter outage of the identity provider does not affect tokens signed with a known key.
const USABLE_MS = 60 * 60_000;
// How often an unknown key id may trigger a fetch. It limits made-up ids, and new keys work within this time.
const REFETCH_AFTER_MS = 10_000;
const REFETCH_AFTER_FAILURE_MS = 1_000;
const TIMEOUT_MS = 5_000;
const MIN_RSA_BITS = 2048;

type Keys = ReadonlyMap<string | undefined, KeyObject>;

/**
 * The identity provider's public keys, fetched and cached as one set. jwks-rsa caches by key id: there, tokens with
 * made-up ids would exhaust its rate limit, and valid tokens would be rejected.
 */
export class SigningKeys {
  private readonly client: JwksClient;
  private keys: Keys | undefined;
  private keysAt = -Infinity;
  private failure: Error | undefined;
  private fetchedAt = -Infinity;
  private fetching: Promise<Keys> | undefined;

  constructor(
    jwksUri: string,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.client = new JwksClient({ jwksUri, cache: false, rateLimit: false, timeout: TIMEOUT_MS });
  }

  /**
   * @returns the key, or undefined when the identity provider has no key with this id
   * @throws Error when the identity provider is unavailable
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

  /** The current keys, or those of a moment ago. Concurrent callers share one fetch. */
  private async current(): Promise<Keys> {
    if (this.fetching) return await this.fetching;
    const sinceFetch = this.now() - this.fetchedAt;
    if (this.failure && sinceFetch < REFETCH_AFTER_FAILURE_MS) throw this.failure;
    if (!this.failure && this.keys && sinceFetch < REFETCH_AFTER_MS) return this.keys;
    this.fetchedAt = this.now();
    this.fetching = this.fetch().finally(() => (this.fetching = undefined));
    return await this.fetching;
  }

  private async fetch(): Promise<Keys> {
    try {
      const found = await this.client.getSigningKeys();
      const entries = found.flatMap((one) => {
        const key = createPublicKey(one.getPublicKey());
        return isStrong(key) ? [[one.kid, key] as const] : [];
      });
      const [only] = entries;
      // With a single key, a token may omit the key id.
      this.keys = new Map(only && entries.length === 1 ? [...entries, [undefined, only[1]]] : entries);
      this.keysAt = this.now();
      this.failure = undefined;
      return this.keys;
    } catch (error) {
      // jwks-rsa rejects with a plain object when the response is not 2xx.
      this.failure = isError(error) ? error : new Error('could not read the JWKS', { cause: error });
      throw this.failure;
    }
  }
}

/** RFC 7518 requires RSA keys of at least 2048 bits. */
function isStrong({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): boolean {
  return asymmetricKeyType !== 'rsa' || (asymmetricKeyDetails?.modulusLength ?? 0) >= MIN_RSA_BITS;
}
