import { LosslessNumber, stringify } from 'lossless-json';

/** An id that is sent as a bare number, although a JavaScript number cannot represent it. */
export function bareNumber(id: string): LosslessNumber {
  return new LosslessNumber(id);
}

/** JSON text in which {@link bareNumber} values are bare 19-digit numbers. */
export function exactJson(value: unknown): string {
  return stringify(value) ?? 'null';
}
