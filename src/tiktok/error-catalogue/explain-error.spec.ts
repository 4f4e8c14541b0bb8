import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ERROR_FAMILIES } from './error-entry.js';
import { explainError, explainErrorOf } from './explain-error.js';

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

  it('keeps families apart', () => {
    expect(explainError('fail_reason', 'internal').known).toBe(true);
    expect(explainError('open_api', 'internal').known).toBe(false);
  });

  it('has a safe default for an unknown code', () => {
    expect(explainError('open_api', 'brand_new_refusal')).toEqual({
      family: 'open_api',
      code: 'brand_new_refusal',
      cause: expect.any(String),
      fixer: 'developer',
      retry: 'never',
      sentence: expect.stringContaining('"brand_new_refusal"'),
      i18nKey: 'tiktok.errors.open_api.unknown_code',
      link: 'https://developers.tiktok.com/doc/tiktok-api-v2-error-handling',
      known: false,
    });
  });

  it("shows TikTok's own words only where it has none of its own", () => {
    expect(explainError('open_api', 'new_one', 'Title is rude').sentence).toContain('"Title is rude"');
    expect(explainError('fail_reason', 'spam_risk_text', 'Title is rude').sentence).not.toContain('rude');
  });

  it('does not blame TikTok for a verdict of ours', () => {
    expect(explainError('connector', 'new_verdict').sentence).not.toContain('TikTok refused');
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
          expect(explanation.sentence).toContain(String(code));
          expect(explanation.sentence.endsWith('.')).toBe(true);
          expect(explanation).toMatchObject({ fixer: 'developer', retry: 'never' });
        },
      ),
    );
  });
});

describe('explainErrorOf', () => {
  it('lets the first family that knows the code explain it', () => {
    expect(explainErrorOf(['open_api', 'fail_reason', 'connector'], 'spam_risk_too_many_posts').family).toBe(
      'open_api',
    );
    expect(explainErrorOf(['open_api', 'fail_reason', 'connector'], 'internal').family).toBe('fail_reason');
    expect(explainErrorOf(['open_api', 'connector'], 'staged_file_missing').family).toBe('connector');
  });

  it('counts an unknown code among the first family', () => {
    expect(explainErrorOf(['fail_reason', 'connector'], 'new_one', 'why')).toEqual(
      explainError('fail_reason', 'new_one', 'why'),
    );
  });
});
