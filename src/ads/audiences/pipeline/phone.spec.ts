import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  getCountries,
  getExampleNumber,
  parsePhoneNumberFromString,
  type CountryCode,
} from 'libphonenumber-js/min';
import examples from 'libphonenumber-js/mobile/examples';
import { isInternational, isPhoneCountry, normalisePhone } from './phone.js';

const COUNTRIES = getCountries();

/** What the library alone makes of a number. */
function byLibrary(text: string, country?: CountryCode): string | undefined {
  const parsed = parsePhoneNumberFromString(text.trim(), { extract: false, defaultCountry: country });
  if (!parsed?.isValid()) return undefined;
  const again = parsePhoneNumberFromString(parsed.number, { extract: false });
  return again?.isValid() && again.number === parsed.number ? parsed.number : undefined;
}

const country = fc.constantFrom(...COUNTRIES);
/** An existing number of a country, some of whose digits are changed, in the shapes that files have. */
const written = fc
  .record({
    country,
    change: fc.array(fc.tuple(fc.nat(15), fc.nat(9)), { maxLength: 3 }),
    shape: fc.constantFrom('international', 'national', 'digits', 'e164', 'idd'),
    cut: fc.constantFrom(0, 0, 0, 1),
  })
  .map(({ country: code, change, shape, cut }) => {
    const number = getExampleNumber(code, examples);
    const digits = [...(number?.nationalNumber ?? '12345678')];
    for (const [at, digit] of change) if (at < digits.length) digits[at] = String(digit);
    const national = digits.join('').slice(cut);
    const calling = number?.countryCallingCode ?? '1';
    const texts = {
      international: `+${calling} (0) ${national}`,
      e164: `+${calling}${national}`,
      national: `0${national.slice(0, 3)} ${national.slice(3)}`,
      digits: national,
      idd: `00${calling}${national}`,
    };
    return { text: texts[shape as keyof typeof texts], country: code };
  });

describe('normalisePhone', () => {
  it.each([
    ['0171 1234567', 'DE', '+491711234567'],
    ['+49 (0)171 1234567', undefined, '+491711234567'],
    ['(415) 555-2671', 'US', '+14155552671'],
    ['+442071838750', undefined, '+442071838750'],
    ['00442071838750', 'DE', '+442071838750'],
    ['8 800 555-35-35', 'RU', '+78005553535'],
  ])('brings %j of %s into E.164', (text, region, expected) => {
    expect(normalisePhone(text, region)).toBe(expected);
  });

  it.each([
    ['+1555', undefined],
    ['+999123456789', undefined],
    ['hello', 'DE'],
    ['', 'DE'],
    ['12', 'DE'],
  ])('rejects %j', (text, region) => {
    expect(normalisePhone(text, region)).toBeUndefined();
  });

  it('answers as the library does, in every country and shape', () => {
    fc.assert(
      fc.property(written, ({ text, country: region }) => {
        expect(normalisePhone(text, region)).toBe(byLibrary(text, region));
      }),
      { numRuns: 5000 },
    );
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(written, ({ text, country: region }) => {
        const once = normalisePhone(text, region);
        if (once !== undefined) expect(normalisePhone(once, undefined)).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('isInternational', () => {
  it('looks for a plus at the beginning', () => {
    expect([isInternational(' +49'), isInternational('049')]).toEqual([true, false]);
  });
});

describe('isPhoneCountry', () => {
  it('knows ISO codes in capitals', () => {
    expect(['DE', 'ZZ', 'constructor'].map(isPhoneCountry)).toEqual([true, false, false]);
  });
});
