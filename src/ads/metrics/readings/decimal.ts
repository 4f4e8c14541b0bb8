const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Subtracts decimals exactly. @throws Error for a text that is not a decimal */
export function difference(from: string, what: string): string {
  const digits = Math.max(decimalsIn(from), decimalsIn(what));
  return format(scaled(from, digits) - scaled(what, digits), digits);
}

/** @returns the number in units of so many decimals; further ones are cut off */
export function scaled(text: string, digits: number): bigint {
  const match = DECIMAL.exec(text);
  if (!match) throw new Error(`not a decimal: ${text}`);
  const [, sign = '', whole = '', fraction = ''] = match;
  return BigInt(`${sign}${whole}${fraction.slice(0, digits).padEnd(digits, '0')}`);
}

export function decimalsIn(text: string): number {
  return DECIMAL.exec(text)?.[3]?.length ?? 0;
}

function format(units: bigint, digits: number): string {
  const sign = units < 0n ? '-' : '';
  const text = (units < 0n ? -units : units).toString().padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  return digits === 0 ? `${sign}${whole}` : `${sign}${whole}.${text.slice(-digits)}`;
}
