import { invalidParams } from './open-api-error.js';

/**
 * Reads the `fields` query parameter: a comma list, required, only known names.
 * @throws OpenApiError 400 invalid_params
 */
export function requestedFields<Name extends string>(query: URLSearchParams, known: readonly Name[]): Name[] {
  const names = (query.get('fields') ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length === 0) throw invalidParams('Fields is required, please provide fields in the request');
  const unknown = names.find((name) => !(known as readonly string[]).includes(name));
  if (unknown !== undefined) throw invalidParams(`Fields contains an invalid field: ${unknown}`);
  return [...new Set(names)] as Name[];
}

/** The chosen keys of a record, and no others. */
export function pickFields<Name extends string>(
  record: Record<Name, unknown>,
  names: readonly Name[],
): Partial<Record<Name, unknown>> {
  const picked: Partial<Record<Name, unknown>> = {};
  for (const name of names) picked[name] = record[name];
  return picked;
}
