/** What TikTok says by an answer, whatever its HTTP status. */
export type Verdict = 'success' | 'error';

/** Part of the work was done, and the answer says which: the only refusal that comes with data. */
const PARTIAL_SUCCESS = 20_001;

type Json = Record<string, unknown>;

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads the envelope of any of TikTok's three families: `error.code` of the Open API, the flat answers of OAuth,
 * the numeric `code` of the Business API.
 * @returns undefined for what is no TikTok answer
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

/** Whether an answer brings what only a success brings, but says that it failed. */
export function contradictsItself(value: unknown): boolean {
  if (verdictOf(value) !== 'error' || !isJson(value)) return false;
  const data = value['data'];
  const hasData = isJson(data) && Object.keys(data).length > 0;
  return (hasData && value['code'] !== PARTIAL_SUCCESS) || 'access_token' in value;
}
