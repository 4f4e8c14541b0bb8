import type { JsonObject } from '../../open-api/api-call.js';
import { invalidParam } from './business-error.js';
import type { Params } from './params.js';

/** `fields`, which must all be known. @returns `fallback` when the caller asks for none */
export function fieldsOf<Name extends string>(
  params: Params,
  known: readonly Name[],
  fallback: readonly Name[],
): readonly Name[] {
  const asked = params.texts('fields');
  if (asked === undefined || asked.length === 0) return fallback;
  const unknown = asked.find((name) => !(known as readonly string[]).includes(name));
  if (unknown !== undefined) throw invalidParam(`fields: ${unknown} is not a valid field.`);
  return [...new Set(asked)] as Name[];
}

/**
 * The rows with only the `fields` asked for, and without nulls when the caller wants none. A field that a row
 * leaves out is null when it is asked for.
 */
export function selectFields(
  params: Params,
  rows: readonly JsonObject[],
  known: ReadonlySet<string>,
): JsonObject[] {
  const asked = params.texts('fields');
  const excluded = params.texts('exclude_field_types_in_response') ?? [];
  const wantsNoNulls = excluded.includes('NULL_FIELD');
  const unknown = asked?.find((name) => !known.has(name));
  if (unknown !== undefined) throw invalidParam(`fields: ${unknown} is not a valid field.`);
  const selected = asked
    ? rows.map((row) => Object.fromEntries(asked.map((name) => [name, row[name] ?? null])))
    : [...rows];
  return wantsNoNulls ? selected.map(withoutNulls) : selected;
}

function withoutNulls(row: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}
