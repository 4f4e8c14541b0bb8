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

/** The rows with only the `fields` asked for, and without nulls when the caller wants none. */
export function selectFields(params: Params, rows: readonly JsonObject[]): JsonObject[] {
  const asked = params.texts('fields');
  const excluded = params.texts('exclude_field_types_in_response') ?? [];
  const wantsNoNulls = excluded.includes('NULL_FIELD');
  const known = rows[0];
  const unknown = known && asked?.find((name) => !(name in known));
  if (unknown !== undefined) throw invalidParam(`fields: ${unknown} is not a valid field.`);
  if (!asked && !wantsNoNulls) return [...rows];
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).filter(
        ([name, value]) => (!asked || asked.includes(name)) && !(wantsNoNulls && value === null),
      ),
    ),
  );
}
