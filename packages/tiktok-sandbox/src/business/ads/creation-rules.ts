import type { AdvertiserCall } from '../wire/business-call.js';
import { BusinessError, invalidParam, missing } from '../wire/business-error.js';
import type { Params } from '../wire/params.js';
import { checkText, NAME_MAX } from './text-rules.js';

interface Named {
  readonly name: string;
  readonly operationStatus: string;
  readonly requestId: string | null;
  readonly createdAt: number;
}

/**
 * Reads the name of a new object and its idempotency key. A name that is taken is refused unless another
 * `request_id` says that it is meant; of calls with the same `request_id`, only one succeeds for a while.
 * @throws BusinessError 40002, 40050
 */
export function readNewName(
  { params, settings, now }: AdvertiserCall,
  key: string,
  existing: readonly Named[],
): { name: string; requestId: string | null } {
  const text = params.requireText(key);
  const name = checkText(key, text, NAME_MAX);
  const requestId = params.text('request_id') ?? null;
  if (requestId !== null && !/^-?\d{1,19}$/.test(requestId))
    throw invalidParam('request_id: Must be a 64-bit integer as a string.');
  const since = now - settings.requestIdSeconds * 1000;
  if (requestId !== null && existing.some((row) => row.requestId === requestId && row.createdAt > since))
    throw new BusinessError(40_050, `request_id: A request with the id ${requestId} has succeeded already.`);
  if (requestId === null) requireFreeName(key, name, existing);
  return { name, requestId };
}

/** @throws BusinessError 40002 */
export function requireFreeName(
  key: string,
  name: string,
  existing: readonly Pick<Named, 'name' | 'operationStatus'>[],
): void {
  if (existing.some((row) => row.name === name && row.operationStatus !== 'DELETE'))
    throw invalidParam(`${key}: The name ${name} already exists. Please use another name.`);
}

/** The amount, which must be there. @throws BusinessError 40002 */
export function requireBudget(params: Params): number {
  const budget = params.number('budget', { min: 0 });
  if (budget === undefined) throw missing('budget');
  return budget;
}

/** All fields of the request that have no property of their own. */
export function furtherFields(params: Params, own: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(params.values).filter(([key, value]) => !own.includes(key) && value !== undefined),
  );
}
