/** Reads a value of an address that must be one of a list. */
export function oneOf<Value extends string>(values: readonly Value[], given: unknown): Value | undefined {
  return values.find((value) => value === given);
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/** Reads a day of an address. */
export function dayOf(given: unknown): string | undefined {
  return typeof given === 'string' && DAY.test(given) ? given : undefined;
}

/** Leaves out what is not chosen, so that the address stays short. */
export function chosen<Values extends object>(
  values: Values,
): { [Name in keyof Values]?: NonNullable<Values[Name]> } {
  const known = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(known) as { [Name in keyof Values]?: NonNullable<Values[Name]> };
}

/** Text of an address. Ids of digits only may arrive as numbers. */
export function textOf(given: unknown): string | undefined {
  return typeof given === 'string' || typeof given === 'number' ? String(given) : undefined;
}
