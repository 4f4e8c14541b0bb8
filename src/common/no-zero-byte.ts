import { Matches } from 'class-validator';

/** Rejects the zero byte, which PostgreSQL stores in no text. */
export function NoZeroByte(): PropertyDecorator {
  return Matches(/^[^\0]*$/, { message: 'must not contain a zero byte' });
}
