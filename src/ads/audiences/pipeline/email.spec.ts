import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normaliseEmail } from './email.js';
import { DEFAULT_POLICY, type NormalisationPolicy } from './identifier-kind.js';

const STRICT: NormalisationPolicy = { ...DEFAULT_POLICY, stripPlusTag: true, stripDots: true };

describe('normaliseEmail', () => {
  it.each([
    ['  Ada.Love@Example.COM\t', 'ada.love@example.com'],
    ['ada+news@example.com', 'ada+news@example.com'],
    ['müller@bücher.example', 'müller@bücher.example'],
  ])('takes %j', (text, expected) => {
    expect(normaliseEmail(text, DEFAULT_POLICY)).toBe(expected);
  });

  it.each([
    'ada',
    'ada@',
    '@example.com',
    'ada@example',
    'ada@@example.com',
    'ada love@example.com',
    'a@b..com',
    'a@b.com,',
    `${'a'.repeat(65)}@example.com`,
    `a@${'b'.repeat(250)}.com`,
    'a\ufffd@example.com',
    '',
  ])('rejects %j', (text) => {
    expect(normaliseEmail(text, DEFAULT_POLICY)).toBeUndefined();
  });

  it.each([
    ['A.d.a+news+more@Example.com', 'ada@example.com'],
    ['+tag@example.com', undefined],
    ['..@example.com', undefined],
  ])('strips tag and dots of %j where the policy says so', (text, expected) => {
    expect(normaliseEmail(text, STRICT)).toBe(expected);
  });

  it('is idempotent under every policy', () => {
    const name = fc.string({ minLength: 1, maxLength: 20 });
    const address = fc.oneof(
      fc.emailAddress(),
      fc.tuple(name, fc.domain()).map(([local, domain]) => `${local}@${domain}`),
    );
    const policy = fc.record({
      stripPlusTag: fc.boolean(),
      stripDots: fc.boolean(),
      phonePlus: fc.boolean(),
    });
    fc.assert(
      fc.property(address, policy, (text, chosen) => {
        const once = normaliseEmail(text, chosen);
        if (once !== undefined) expect(normaliseEmail(once, chosen)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });
});
