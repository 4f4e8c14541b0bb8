import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';
import { numberPlans, type NumberPlan } from './number-plan.js';

const PUNCTUATED = /^\+?[\d ().\-\u00a0]+$/;
const PUNCTUATION = /[ ().\-\u00a0]/g;
const PLAIN = /^\+?\d+$/;
const LONGEST_CODE = 3;
const SHORTEST = 2;
const LONGEST = 17;

/** True for the ISO 3166 code of a country whose numbers are known. */
export function isPhoneCountry(code: string): boolean {
  return numberPlans.of(code) !== undefined;
}

/**
 * Brings a phone number into E.164, with its `+`. Numbers in the usual shapes are checked against the rules of
 * libphonenumber directly; all others go through the library, which is slower.
 * @param country ISO 3166 code in capitals, for numbers without an international prefix
 * @returns undefined for a number that does not exist
 */
export function normalisePhone(text: string, country: string | undefined): string | undefined {
  const number = text.trim();
  return quick(number, country) ?? thorough(number, country);
}

/** True if the number itself says which country it belongs to. */
export function isInternational(text: string): boolean {
  return /^\s*[+\uff0b]/.test(text);
}

function quick(text: string, country: string | undefined): string | undefined {
  let number = text;
  if (!PLAIN.test(text)) {
    if (!PUNCTUATED.test(text)) return undefined;
    number = text.replace(PUNCTUATION, '');
  }
  if (number.startsWith('+')) return quickInternational(number.slice(1));
  const plan = country === undefined ? undefined : numberPlans.of(country);
  return plan && quickNational(number, plan);
}

function quickInternational(digits: string): string | undefined {
  for (let length = 1; length <= LONGEST_CODE; length += 1) {
    const code = digits.slice(0, length);
    const plans = numberPlans.with(code);
    const [main] = plans;
    if (!main) continue;
    const number = digits.slice(length);
    // "+49 (0)171 …": whether the prefix belongs to the number is a question for the library.
    if (prefixLength(number, main) !== 0) return undefined;
    return isNumber(number, plans) ? `+${digits}` : undefined;
  }
  return undefined;
}

function quickNational(digits: string, plan: NumberPlan): string | undefined {
  if (plan.dialOut.test(digits) || digits.startsWith(plan.callingCode)) return undefined;
  const prefix = prefixLength(digits, plan);
  if (prefix === undefined) return undefined;
  const number = digits.slice(prefix);
  // A number that is one with its first digits and without them is ambiguous.
  if (prefix > 0 && plan.matches(digits)) return undefined;
  if (!plan.matches(number)) return undefined;
  return isNumber(number, numberPlans.with(plan.callingCode)) ? `+${plan.callingCode}${number}` : undefined;
}

/** @returns undefined when the prefix is more than digits to leave out */
function prefixLength(number: string, plan: NumberPlan): number | undefined {
  const match = plan.nationalPrefix?.exec(number);
  if (!match) return 0;
  return match.slice(1).some((group) => group !== undefined) ? undefined : match[0].length;
}

function isNumber(number: string, plans: readonly NumberPlan[]): boolean {
  if (number.length < SHORTEST || number.length > LONGEST) return false;
  const [main] = plans;
  if (plans.length === 1) return main?.has(number) === true;
  return (plans.find((plan) => plan.claims(number)) ?? main)?.has(number) === true;
}

function thorough(text: string, country: string | undefined): string | undefined {
  const parsed = parse(text, country);
  // What it makes of a number must be the same number to it.
  return parsed !== undefined && parse(parsed) === parsed ? parsed : undefined;
}

function parse(text: string, country?: string): string | undefined {
  const options = { extract: false, ...(country && { defaultCountry: country as CountryCode }) };
  const parsed = parsePhoneNumberFromString(text, options);
  return parsed?.isValid() ? parsed.number : undefined;
}
