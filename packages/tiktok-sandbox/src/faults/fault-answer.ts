import { STATUS_CODES } from 'node:http';
import { logId } from '../ids.js';
import { oauthStatus } from '../oauth/oauth-error.js';
import { errorEnvelope } from '../open-api/envelope.js';
import { OpenApiError, rateLimitExceeded } from '../open-api/open-api-error.js';
import type { Settings } from '../settings.js';
import { UPLOAD_PATH } from '../upload/open-upload.js';
import { documentedStatus } from './documented-status.js';
import type { FaultRule } from './fault-rule.js';

export interface FaultAnswer {
  readonly status: number;
  readonly code: string;
  readonly type: string;
  readonly body: string;
}

/** The page of a proxy in front of the API. */
function htmlPage(status: number): string {
  const line = `${status} ${STATUS_CODES[status] ?? 'Error'}`;
  return `<html>\r\n<head><title>${line}</title></head>\r\n<body><center><h1>${line}</h1></center></body>\r\n</html>\r\n`;
}

/** The response of a fault, in the format of the path's API. */
export function faultAnswer(settings: Settings, rule: FaultRule, path: string, nowMs: number): FaultAnswer {
  const serverError = rule.status ?? 500;
  if (rule.kind === 'http500_html')
    return { status: serverError, code: rule.kind, type: 'text/html', body: htmlPage(serverError) };
  // The upload host responds with a status and no body.
  if (rule.kind === 'empty_body' || path === UPLOAD_PATH)
    return { status: serverError, code: String(rule.code ?? rule.kind), type: 'text/plain', body: '' };
  const id = logId(nowMs);
  const limited = rule.kind === 'rate_limited';
  const code = String(rule.code ?? (limited ? 'rate_limit_exceeded' : 'internal_error'));
  const message = rule.message ?? 'This answer was ordered by a fault rule.';
  if (path.startsWith('/v2/oauth/')) {
    const body = {
      error: limited ? 'temporarily_unavailable' : code,
      error_description: message,
      log_id: id,
    };
    return json(rule.status ?? (limited ? 429 : oauthStatus(settings, code)), code, body);
  }
  if (path.startsWith('/open_api/')) {
    const number = limited ? 40_100 : Number(rule.code ?? 50_000);
    return json(rule.status ?? 200, String(number), { code: number, message, request_id: id, data: {} });
  }
  const error = limited
    ? rateLimitExceeded()
    : new OpenApiError(rule.status ?? documentedStatus(code, path), code, message);
  return json(error.status, error.code, errorEnvelope(error, id));
}

function json(status: number, code: string, body: object): FaultAnswer {
  return { status, code, type: 'application/json; charset=utf-8', body: JSON.stringify(body) };
}
