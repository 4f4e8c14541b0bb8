import { describe, expect, it } from '@jest/globals';
import { ERROR_FAMILIES, FIXABLE_BY, RETRY_CLASSES } from './error-entry.js';
import { ERROR_CATALOGUE, explainError } from './explain-error.js';
import { REFERENCE_CODES } from './reference-codes.js';

describe('error catalogue', () => {
  it.each(REFERENCE_CODES)('has every code of: $source', ({ family, codes }) => {
    const missing = codes.filter((code) => !explainError(family, code).known);
    expect(missing).toEqual([]);
  });

  it('has no code without a source', () => {
    const named = new Set(
      REFERENCE_CODES.flatMap(({ family, codes }) => codes.map((code) => `${family}.${code}`)),
    );
    const unnamed = ERROR_CATALOGUE.filter(({ family, code }) => !named.has(`${family}.${code}`));
    expect(unnamed).toEqual([]);
  });

  it('has entries in every family', () => {
    expect(new Set(ERROR_CATALOGUE.map(({ family }) => family))).toEqual(new Set(ERROR_FAMILIES));
  });

  it('gives every entry a unique i18n key of its family and code', () => {
    const keys = ERROR_CATALOGUE.map(({ i18nKey }) => i18nKey);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { i18nKey, family, code } of ERROR_CATALOGUE) {
      expect(i18nKey).toBe(`tiktok.errors.${family}.${code}`);
      expect(i18nKey).toMatch(/^[a-z0-9_.]+$/);
    }
  });

  it('has no code of this service that TikTok uses too', () => {
    const ours = ERROR_CATALOGUE.filter(({ family }) => family === 'connector');
    const theirs = new Set(
      ERROR_CATALOGUE.filter(({ family }) => family !== 'connector').map(({ code }) => code),
    );
    expect(ours.filter(({ code }) => theirs.has(code))).toEqual([]);
  });

  it.each(ERROR_CATALOGUE)('is complete for $i18nKey', ({ cause, fixableBy, retry, link, message }) => {
    expect(cause).toMatch(/\S/);
    expect(FIXABLE_BY).toContain(fixableBy);
    expect(RETRY_CLASSES).toContain(retry);
    expect(new URL(link)).toMatchObject({
      protocol: 'https:',
      hostname: expect.stringMatching(/^(developers|business-api)\.tiktok\.com$/),
    });
    expect(message).toMatch(/^[A-Z].* .*\.$/);
    // No placeholder, no snake_case code and no bare TikTok number.
    expect(message).not.toMatch(/[{}<>%$]|\bTODO\b|\bundefined\b|[a-z]_|\b\d{5}\b/);
  });

  it.each(ERROR_CATALOGUE.filter(({ retry }) => retry === 'reconnect'))(
    'asks users to reconnect where that helps: $i18nKey',
    ({ message }) => {
      expect(message).toMatch(/connect (the account|it|another)|start again/i);
    },
  );

  it('explains the limits before the audit by their cause', () => {
    const { message, fixableBy } = explainError(
      'open_api',
      'unaudited_client_can_only_post_to_private_accounts',
    );
    expect(message).toMatch(/not audited.*5 users a day.*set to private.*SELF_ONLY/);
    expect(fixableBy).toBe('developer');
  });

  it('never refreshes for a missing scope, and refreshes only for a rejected token', () => {
    const refreshed = ERROR_CATALOGUE.filter(({ retry }) => retry === 'refresh_once').map(({ code }) => code);
    expect(refreshed.toSorted()).toEqual(['40102', '40105', 'access_token_invalid']);
    expect(explainError('open_api', 'scope_not_authorized').retry).toBe('reconnect');
  });
});
