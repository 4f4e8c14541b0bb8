/** What a TikTok response means, whatever its HTTP status. */
export type Verdict = 'success' | 'error';

/** Partly done, and the response says which part: the only refusal with data. */
const PARTIAL_SUCCESS = 20_001;

type Json = Record<string, unknown>;

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads the envelope of TikTok's three formats: `error.code` of the Open API, the flat responses of OAuth,
 * the numeric `code` of the Business API.
 * @returns undefined if it is not a TikTok response
 */
export function verdictOf(value: unknown): Verdict | undefined {
  if (!isJson(value)) return undefined;
  const { error, code } = value;
  if (isJson(error) && typeof error['code'] === 'string') return error['code'] === 'ok' ? 'success' : 'error';
  if (typeof error === 'string' && ('error_description' in value || 'log_id' in value)) return 'error';
  if (typeof value['access_token'] === 'string' && 'expires_in' in value) return 'success';
  if (typeof code === 'number' && 'message' in value && ('request_id' in value || 'data' in value))
    return code === 0 ? 'success' : 'error';
  return undefined;
}

/** True if a response has the data of a success but reports a failure. */
export function contradictsItself(value: unknown): boolean {
  if (verdictOf(value) !== 'error' || !isJson(value)) return false;
  const data = value['data'];
  const hasData = isJson(data) && Object.keys(data).length > 0;
  return (hasData && value['code'] !== PARTIAL_SUCCESS) || 'access_token' in value;
}
