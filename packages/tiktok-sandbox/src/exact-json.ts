import { LosslessNumber, stringify } from 'lossless-json';

/** An id that must leave as a bare number although JavaScript cannot hold it as one. */
export function bareNumber(id: string): LosslessNumber {
  return new LosslessNumber(id);
}

/** JSON text in which {@link bareNumber} values are bare 19-digit numbers. */
export function exactJson(value: unknown): string {
  return stringify(value) ?? 'null';
}
