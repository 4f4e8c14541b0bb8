/** How long a call takes, in ms: a fixed time, or a range. */
export type Latency = number | readonly [from: number, to: number];

const LONGEST_MS = 60_000;

/** @returns the problem with a latency, or undefined */
export function latencyProblem(value: unknown): string | undefined {
  const bounds = Array.isArray(value) ? (value as unknown[]) : [value, value];
  const [from, to] = bounds;
  const isGood =
    bounds.length === 2 &&
    typeof from === 'number' &&
    typeof to === 'number' &&
    from >= 0 &&
    from <= to &&
    to <= LONGEST_MS;
  return isGood ? undefined : `latencyMs must be a number from 0 to ${LONGEST_MS}, or a range of two`;
}

/** Reads `900` and `800-1300`. @returns undefined for anything else */
export function latencyIn(text: string): Latency | undefined {
  const [, from, to] = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(text.trim()) ?? [];
  if (from === undefined) return undefined;
  const latency: Latency = to === undefined ? Number(from) : [Number(from), Number(to)];
  return latencyProblem(latency) ? undefined : latency;
}

/** Formats a latency for the page and the controls: `800-1300`. */
export function latencyText(latency: Latency): string {
  return typeof latency === 'number' ? String(latency) : latency.join('-');
}
