import type { AdObjectEndpoint } from './ad-object.endpoints.js';

/** What became of one id of a change of status. */
export interface StatusResult {
  id: string;
  done: boolean;
  /** TikTok's reason, if it refused. */
  message?: string;
}

/**
 * Reads the answer to a change of status. `error_list` counts even with code 0. Ads answer with the ids that succeeded.
 * Sources: business reference §3–5, corrections §2c “US+ status”.
 */
export function statusResults(
  { id: idField, ids: idsField, done }: AdObjectEndpoint,
  asked: readonly string[],
  data: Readonly<Record<string, unknown>>,
): StatusResult[] {
  const errors = new Map(objects(data.error_list).map((one) => [idIn(one, idField), one]));
  const listed = [...texts(data[idsField]), ...objects(data[done]).map((one) => idIn(one, idField))];
  const succeeded = new Set(listed);
  return asked.map((id) => {
    const error = errors.get(id);
    if (error) return { id, done: false, message: textOf(error.error_message) };
    // Without any list, code 0 stands for all of them.
    if (succeeded.has(id) || (listed.length === 0 && errors.size === 0)) return { id, done: true };
    return { id, done: false, message: 'TikTok did not confirm the change for this id.' };
  });
}

function objects(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

function idIn(row: Record<string, unknown>, idField: string): string {
  return textOf(row[idField] ?? row.id);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
