import type { JsonObject } from '../../open-api/api-call.js';

/** Of the fields that were sent, those that TikTok knows and that say something. */
export function setFields(sent: JsonObject, known: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(
    Object.entries(sent).filter(([name, value]) => known.has(name) && value !== null && value !== undefined),
  );
}
