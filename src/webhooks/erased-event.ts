import type { RowUpdate } from '../jobs/index.js';

/** Why an event has no content. */
export const ERASED_REASON = 'The person was erased.';

/** Removes what TikTok sent. The key of the event stays, so that repeated deliveries stay duplicates. */
export const ERASED_COLUMNS: RowUpdate['set'] = { content: null, raw_body: '', failure: ERASED_REASON };

const NAMES_NO_PERSON = /^(ads\.|post\.publish\.|video\.|authorization\.)/;

interface PersonalEvent {
  event: string | null;
  userOpenId: string | null;
  content: unknown;
}

/**
 * Collects what may be the key of a person: each value, because TikTok puts the key into different fields. The account
 * itself is none of them. Events about ads, posts and consents name no persons, so they need no lookup.
 */
export function possiblePersons({ event, userOpenId, content }: PersonalEvent): string[] {
  if (event !== null && NAMES_NO_PERSON.test(event)) return [];
  return [...new Set(valuesIn(content))].filter((value) => value !== '' && value !== userOpenId);
}

function valuesIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(valuesIn) : [];
}
