import { ConflictError, UnprocessableError } from '../../common/index.js';
import type { Complaint } from './complaint.js';
import type { DriverChoice } from './driver-table.js';

type NoDriver = Extract<DriverChoice, { driver: null }>;

/** Describes an objective that has no driver as a complaint. */
export function driverComplaint({ reason, message, alternative }: NoDriver): Complaint {
  return {
    field: 'objective',
    rule: reason,
    message,
    ...(alternative !== undefined && { suggestion: alternative }),
  };
}

/** Refuses to create such a campaign: 409 if TikTok has ended it, which time does not change. */
export function driverError({ reason, message }: NoDriver): ConflictError | UnprocessableError {
  return reason === 'objective_create_ended'
    ? new ConflictError(reason, message)
    : new UnprocessableError(reason, message);
}
