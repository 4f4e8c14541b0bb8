import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ERROR_FAMILIES } from './error-entry.js';
import { ERROR_CATALOGUE, explainError } from './explain-error.js';

const anyFamily = fc.constantFrom(...ERROR_FAMILIES);
// Names that a plain object would find in its prototype.
const anyCode = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', ''),
);

describe('explainError', () => {
  it('accepts a Business code as a number or text', () => {
    expect(explainError('business', 40105)).toBe(explainError('business', '40105'));
    expect(explainError('business', 40105)).toMatchObject({
      known: true,
      i18nKey: 'tiktok.errors.business.40105',
    });
  });

  it('prefers the entry of the given family', () => {
    expect(explainError('open_api', 'spam_risk_too_many_posts').family).toBe('open_api');
    expect(explainError('fail_reason', 'spam_risk_too_many_posts').family).toBe('fail_reason');
  });

  it.each(ERROR_FAMILIES)('explains every code of the catalogue given as one of %s', (family) => {
    const unknown = ERROR_CATALOGUE.filter(
      (entry) => entry.family !== 'authorization_removed' && !explainError(family, entry.code).known,
    );
    expect(unknown).toEqual([]);
  });

  it('explains a code of two families alike, so that it can be stored without its family', () => {
    for (const { code, message, fixableBy, retry } of ERROR_CATALOGUE)
      for (const other of ERROR_CATALOGUE.filter((entry) => entry.code === code))
        expect(other).toMatchObject({ message, fixableBy, retry });
  });

  it('reads the digits of authorization.removed only in that webhook', () => {
    expect(explainError('authorization_removed', 1).known).toBe(true);
    expect(explainError('business', 1).known).toBe(false);
  });

  it('returns a safe default for an unknown code', () => {
    expect(explainError('open_api', 'brand_new_refusal')).toEqual({
      family: 'open_api',
      code: 'brand_new_refusal',
      cause: expect.any(String),
      fixableBy: 'developer',
      retry: 'never',
      message: expect.stringContaining('"brand_new_refusal"'),
      i18nKey: 'tiktok.errors.open_api.unknown_code',
      link: 'https://developers.tiktok.com/doc/tiktok-api-v2-error-handling',
      known: false,
    });
  });

  it("shows TikTok's own message only for unknown codes", () => {
    expect(explainError('open_api', 'new_one', 'Title is rude').message).toContain('"Title is rude"');
    expect(explainError('fail_reason', 'spam_risk_text', 'Title is rude').message).not.toContain('rude');
  });

  it('does not blame TikTok for a code of this service', () => {
    expect(explainError('connector', 'new_verdict').message).not.toContain('TikTok');
  });

  it('never throws, and always shows an unknown code', () => {
    fc.assert(
      fc.property(
        anyFamily,
        fc.oneof(anyCode, fc.integer()),
        fc.option(fc.string()),
        (family, code, words) => {
          const explanation = explainError(family, code, words ?? undefined);
          expect(explanation.code).toBe(String(code));
          if (explanation.known) return;
          expect(explanation.message).toContain(String(code));
          expect(explanation.message.endsWith('.')).toBe(true);
          expect(explanation).toMatchObject({ fixableBy: 'developer', retry: 'never' });
        },
      ),
    );
  });
});
