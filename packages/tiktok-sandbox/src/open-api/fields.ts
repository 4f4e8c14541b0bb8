import type { ApiCall } from './api-call.js';
import { invalidParams } from './open-api-error.js';

/**
 * Reads the `fields` query parameter: a comma list, required, only known names (`unknownFields`).
 * @throws OpenApiError 400 invalid_params
 */
export function requestedFields<Name extends string>(call: ApiCall, known: readonly Name[]): Name[] {
  const names = (call.query.get('fields') ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length === 0) throw invalidParams('Fields is required, please provide fields in the request');
  const wanted = new Set(names);
  const found = known.filter((name) => wanted.delete(name));
  // What TikTok does with an unknown name is not established.
  if (wanted.size > 0 && call.world.settings.unknownFields === 'refuse')
    throw invalidParams(`Fields contains an invalid field: ${[...wanted].join(', ')}`);
  return found;
}

/** Picks the given keys of a record. */
export function pickFields<Name extends string>(
  record: Record<Name, unknown>,
  names: readonly Name[],
): Partial<Record<Name, unknown>> {
  const picked: Partial<Record<Name, unknown>> = {};
  for (const name of names) picked[name] = record[name];
  return picked;
}
