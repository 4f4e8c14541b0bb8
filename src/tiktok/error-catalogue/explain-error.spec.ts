import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ERROR_FAMILIES } from './error-entry.js';
import { ERROR_CATALOGUE, explainError } from './explain-error.js';

const anyFamily = fc.constantFrom(...ERROR_FAMILIES);
// The names that a plain object would find in its prototype are the classic trap of a table.
const anyCode = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', ''),
);

describe('explainError', () => {
  it('takes a Business code as number and as text', () => {
    expect(explainError('business', 40105)).toBe(explainError('business', '40105'));
    expect(explainError('business', 40105)).toMatchObject({
      known: true,
      i18nKey: 'tiktok.errors.business.40105',
    });
  });

  it('explains a code by the family that said it, where two families use the same word', () => {
    expect(explainError('open_api', 'spam_risk_too_many_posts').family).toBe('open_api');
    expect(explainError('fail_reason', 'spam_risk_too_many_posts').family).toBe('fail_reason');
  });

  it.each(ERROR_FAMILIES)(
    'explains every code of the catalogue, from whichever family it comes (%s)',
    (family) => {
      const unknown = ERROR_CATALOGUE.filter(
        (entry) => entry.family !== 'authorization_removed' && !explainError(family, entry.code).known,
      );
      expect(unknown).toEqual([]);
    },
  );

  it('says the same of a word that two families use, so that a code may be stored without its family', () => {
    for (const { code, message, fixableBy, retry } of ERROR_CATALOGUE)
      for (const other of ERROR_CATALOGUE.filter((entry) => entry.code === code))
        expect(other).toMatchObject({ message, fixableBy, retry });
  });

  it('reads the digits of authorization.removed in that webhook only', () => {
    expect(explainError('authorization_removed', 1).known).toBe(true);
    expect(explainError('business', 1).known).toBe(false);
  });

  it('has a safe default for an unknown code', () => {
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

  it("shows TikTok's own words only where it has none of its own", () => {
    expect(explainError('open_api', 'new_one', 'Title is rude').message).toContain('"Title is rude"');
    expect(explainError('fail_reason', 'spam_risk_text', 'Title is rude').message).not.toContain('rude');
  });

  it('does not blame TikTok for a verdict of ours', () => {
    expect(explainError('connector', 'new_verdict').message).not.toContain('TikTok refused');
  });

  it('never throws, and what it does not know always shows the code', () => {
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
