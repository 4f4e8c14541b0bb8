import { toApiError } from './api-error.js';

interface Outcome<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/**
 * Waits for a call and returns its body.
 * @throws ApiError if the service refused the call
 * @example const { items } = await answer(connector.GET('/api/integrations'));
 */
export async function answer<Data>(call: Promise<Outcome<Data>>): Promise<Data> {
  const { data, error, response } = await call;
  if (!response.ok) throw toApiError(response, error);
  return data as Data;
}
