import { InvalidInputError } from '../../common/index.js';
import type { Complaint } from './complaint.js';

/** @param what what TikTok would refuse, e.g. `this ad` */
export function complaintsError(what: string, complaints: readonly Complaint[]): InvalidInputError {
  const count = complaints.length === 1 ? 'one reason' : `${complaints.length} reasons`;
  return new InvalidInputError(
    `TikTok would refuse ${what} for ${count}. Fix the listed fields.`,
    complaints.map(({ field, rule, message }) => ({ field, rule, message })),
  );
}
