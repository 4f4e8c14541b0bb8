import { STATUS_CODES } from 'node:http';
import type { Problem } from './problem.view.js';

/** @param extra fields beside those of every problem */
export function toProblem(
  error: { status: number; code: string; message: string },
  requestId: string,
  extra: Partial<Problem> = {},
): Problem {
  return {
    type: 'about:blank',
    title: STATUS_CODES[error.status] ?? 'Error',
    status: error.status,
    code: error.code,
    detail: error.message,
    requestId,
    ...extra,
  };
}
