/** One measured number, beside what it was measured against in the same run. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The same quantity of the reference; null where there is none. */
  readonly reference: number | null;
  /** value ÷ reference. */
  readonly ratio: number | null;
}

/** A figure and its ratio, rounded to what the measurement can carry. */
export function compared(name: string, value: number, unit: string, reference: number): Figure {
  return {
    name,
    value: round(value, 1),
    unit,
    reference: round(reference, 1),
    ratio: round(value / reference, 3),
  };
}

export function alone(name: string, value: number, unit: string, digits = 1): Figure {
  return { name, value: round(value, digits), unit, reference: null, ratio: null };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[(sorted.length - 1) >> 1], sorted[middle]];
  return (low + high) / 2;
}

function round(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
