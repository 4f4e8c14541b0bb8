import { isObject } from '../../open-api/api-call.js';
import type { JsonObject } from '../store/json-object.js';
import type { Params } from '../wire/params.js';

/** Of an object that was sent, the keys that TikTok knows; it drops the others without a word. */
export function knownFields(params: Params, known: Iterable<string>): JsonObject {
  const names = new Set(known);
  return Object.fromEntries(
    Object.entries(params.values).filter(
      ([name, value]) => names.has(name) && value !== undefined && value !== null,
    ),
  );
}

/** The same for an object below the top level; undefined when it was not sent. */
export function knownObject(params: Params, key: string, known: Iterable<string>): JsonObject | undefined {
  const object = params.object(key);
  return object && knownFields(object, known);
}

/** An object that was stored, for reading its fields. */
export function storedObject(fields: JsonObject, key: string): JsonObject {
  const value = fields[key];
  return isObject(value) ? value : {};
}
