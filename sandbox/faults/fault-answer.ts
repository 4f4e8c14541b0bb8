import { logId } from '../ids.js';
import { errorEnvelope } from '../open-api/envelope.js';
import { OpenApiError, rateLimitExceeded } from '../open-api/open-api-error.js';
import type { FaultRule } from './fault-rule.js';

export interface FaultAnswer {
  readonly status: number;
  readonly code: string;
  readonly type: string;
  readonly body: string;
}

/** Statuses of reference §5.10 and §6; codes that are not here travel with 403. */
const STATUS_OF_CODE: Record<string, number> = {
  ok: 200,
  access_token_invalid: 401,
  scope_not_authorized: 401,
  scope_permission_missed: 400,
  invalid_params: 400,
  invalid_param: 400,
  invalid_file_upload: 400,
  invalid_publish_id: 400,
  token_not_authorized_for_specified_publish_id: 400,
  publish_not_cancellable: 400,
  app_version_check_failed: 400,
  rate_limit_exceeded: 429,
  internal_error: 500,
};

const HTML_500 =
  '<html>\r\n<head><title>500 Internal Server Error</title></head>\r\n<body><center><h1>500 Internal Server Error</h1></center></body>\r\n</html>\r\n';

/** What an answering fault says, in the shape of the API family that the path belongs to. */
export function faultAnswer(rule: FaultRule, path: string, nowMs: number): FaultAnswer {
  if (rule.kind === 'http500_html')
    return { status: 500, code: 'http500_html', type: 'text/html', body: HTML_500 };
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
    return json(rule.status ?? (limited ? 429 : 200), code, body);
  }
  if (path.startsWith('/open_api/')) {
    const number = limited ? 40_100 : Number(rule.code ?? 50_000);
    return json(rule.status ?? 200, String(number), { code: number, message, request_id: id, data: {} });
  }
  const error = limited ? rateLimitExceeded() : new OpenApiError(statusOf(rule, code), code, message);
  return json(error.status, error.code, errorEnvelope(error, id));
}

function statusOf(rule: FaultRule, code: string): number {
  return rule.status ?? STATUS_OF_CODE[code] ?? 403;
}

function json(status: number, code: string, body: object): FaultAnswer {
  return { status, code, type: 'application/json; charset=utf-8', body: JSON.stringify(body) };
}
