import type { OpenApiError } from './open-api-error.js';

/** `undefined` data leaves the key out, as cancel does. */
export function okEnvelope(data: unknown, logId: string): object {
  return { ...(data === undefined ? {} : { data }), error: { code: 'ok', message: '', log_id: logId } };
}

/** 403 bodies were seen without `data`, 400 and 401 ones with an empty one. Source: reference §5.10. */
export function errorEnvelope(error: OpenApiError, logId: string): object {
  return {
    ...(error.status === 403 ? {} : { data: {} }),
    error: { code: error.code, message: error.message, log_id: logId },
  };
}
