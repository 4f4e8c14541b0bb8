import type { OpenApiError } from './open-api-error.js';

/** `undefined` data omits the key, as cancel does. */
export function okEnvelope(data: unknown, logId: string): object {
  return { ...(data === undefined ? {} : { data }), error: { code: 'ok', message: '', log_id: logId } };
}

/** Observed: 403 bodies without `data`, 400 and 401 bodies with an empty one. Source: reference §5.10. */
export function errorEnvelope(error: OpenApiError, logId: string): object {
  return {
    ...(error.status === 403 ? {} : { data: {} }),
    error: { code: error.code, message: error.message, log_id: logId },
  };
}
