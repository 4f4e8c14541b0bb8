import { secretText } from '../ids.js';

/** What the user approved, until it is exchanged for tokens. */
export interface Consent {
  readonly clientKey: string;
  readonly username: string;
  readonly scopes: string[];
  readonly redirectUri: string;
  /** Lower-case hex SHA-256 of the verifier, when the app sent one. */
  readonly codeChallenge: string | undefined;
}

/** TikTok documents no lifetime; integrators report minutes. */
const CODE_LIFETIME_MS = 5 * 60_000;

/** Authorization codes: single use, five minutes. */
export class CodeStore {
  private readonly codes = new Map<string, { consent: Consent; expiresAt: number }>();

  /** Makes a code that, like TikTok's, contains `*` and `!` and must therefore be decoded exactly once. */
  issue(consent: Consent, nowMs: number): string {
    const code = `${secretText(36)}*0!6410`;
    this.codes.set(code, { consent, expiresAt: nowMs + CODE_LIFETIME_MS });
    return code;
  }

  peek(code: string, nowMs: number): Consent | undefined {
    const entry = this.codes.get(code);
    return entry && entry.expiresAt > nowMs ? entry.consent : undefined;
  }

  use(code: string): void {
    this.codes.delete(code);
  }
}
