import { randomBytes } from 'node:crypto';
import { secretText } from '../../ids.js';
import type { Consent } from '../../oauth/code.store.js';

/** Codes of both consents of the Business API: single use, each with its own lifetime. */
export class AuthCodeStore {
  private readonly advertisers = new Map<string, { advertiserIds: string[]; expiresAt: number }>();
  private readonly accounts = new Map<string, { consent: Consent; expiresAt: number }>();

  issueForAdvertisers(advertiserIds: string[], expiresAt: number): string {
    const code = randomBytes(20).toString('hex');
    this.advertisers.set(code, { advertiserIds, expiresAt });
    return code;
  }

  /** Uses the code up. @returns undefined when it is unknown, used or too old */
  takeAdvertisers(code: string, nowMs: number): string[] | undefined {
    const entry = this.advertisers.get(code);
    this.advertisers.delete(code);
    return entry && entry.expiresAt > nowMs ? entry.advertiserIds : undefined;
  }

  /** A code with `*` and `!` in it, which must be URL-decoded exactly once. */
  issueForAccount(consent: Consent, expiresAt: number): string {
    const code = `${secretText(36)}*0!6412`;
    this.accounts.set(code, { consent, expiresAt });
    return code;
  }

  /** Uses the code up, unless `accepts` says that it was meant for another caller. */
  takeAccount(code: string, nowMs: number, accepts: (consent: Consent) => boolean): Consent | undefined {
    const entry = this.accounts.get(code);
    if (!entry || entry.expiresAt <= nowMs || !accepts(entry.consent)) return undefined;
    this.accounts.delete(code);
    return entry.consent;
  }
}
