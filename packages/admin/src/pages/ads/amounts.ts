const AMOUNT = /^\d{1,12}([.,]\d{1,6})?$/;
const DECIMALS = 6;

/** True for an amount of money as users type it, with a point or a comma. */
export function isAmount(text: string): boolean {
  return AMOUNT.test(text.trim());
}

/** The amount as the API takes it. */
export function plainAmount(text: string): string {
  return text.trim().replace(',', '.');
}

/** Millionths of an amount, which numbers could not hold exactly. @returns null for a text that is no amount */
export function microsOf(text: string | null | undefined): bigint | null {
  if (text === null || text === undefined || !isAmount(text)) return null;
  const [whole = '0', part = ''] = plainAmount(text).split('.');
  return BigInt(whole) * 10n ** BigInt(DECIMALS) + BigInt(part.padEnd(DECIMALS, '0'));
}

/** The decimal text of millionths, without zeros that mean nothing. */
export function textOfMicros(micros: bigint): string {
  const digits = micros.toString().padStart(DECIMALS + 1, '0');
  const part = digits.slice(-DECIMALS).replace(/0+$/, '');
  return digits.slice(0, -DECIMALS) + (part === '' ? '' : `.${part}`);
}
