// Decimal, as TikTok's limits are read here: 1 MB is 1,000,000 bytes.
const SIZES = [
  ['GB', 1e9],
  ['MB', 1e6],
  ['KB', 1e3],
] as const;

const DIGITS = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

/** Formats a size for users: `4.1 GB`, `349 KB`, `12 bytes`. */
export function formatBytes(bytes: number): string {
  // A size that would round up to 1,000 KB is 1 MB.
  const found = SIZES.find(([, size]) => bytes >= size * 0.9995);
  if (!found) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  const [unit, size] = found;
  return `${DIGITS.format(bytes / size)} ${unit}`;
}

/** Formats a duration for users: `2.9 s`, `10 min`, `1 h 5 min`. Fractions are shown below one minute. */
export function formatSeconds(seconds: number): string {
  if (seconds < 59.95) return `${Math.round(seconds * 10) / 10} s`;
  const whole = Math.round(seconds);
  const parts = [
    [Math.floor(whole / 3600), 'h'],
    [Math.floor(whole / 60) % 60, 'min'],
    [whole % 60, 's'],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ');
}

/** Formats a value beside its limit. Says "just over" or "just under" where rounding would make the two look equal. */
export function formatBeside(value: number, limit: number, format: (value: number) => string): string {
  const text = format(value);
  if (value === limit || text !== format(limit)) return text;
  return `${value > limit ? 'just over' : 'just under'} ${text}`;
}
