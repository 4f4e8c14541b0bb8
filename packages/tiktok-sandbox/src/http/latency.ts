/** How long a call takes, in ms: always the same, or anything from one number to another. */
export type Latency = number | readonly [from: number, to: number];

const LONGEST_MS = 60_000;

/** @returns what is wrong with a latency, or undefined */
export function latencyComplaint(value: unknown): string | undefined {
  const bounds = Array.isArray(value) ? (value as unknown[]) : [value, value];
  const [from, to] = bounds;
  const isGood =
    bounds.length === 2 &&
    typeof from === 'number' &&
    typeof to === 'number' &&
    from >= 0 &&
    from <= to &&
    to <= LONGEST_MS;
  return isGood
    ? undefined
    : `latencyMs must be a number from 0 to ${LONGEST_MS}, or two: the least and the most`;
}

/** Reads `900` and `800-1300`. @returns undefined when it is neither */
export function latencyIn(text: string): Latency | undefined {
  const [, from, to] = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(text.trim()) ?? [];
  if (from === undefined) return undefined;
  const latency: Latency = to === undefined ? Number(from) : [Number(from), Number(to)];
  return latencyComplaint(latency) ? undefined : latency;
}

/** What the page and the controls write: `800-1300`. */
export function latencyText(latency: Latency): string {
  return typeof latency === 'number' ? String(latency) : latency.join('-');
}
