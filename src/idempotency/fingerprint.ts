import { createHash } from 'node:crypto';

/** A hash of path, query and body. The order of the body's fields does not matter. */
export function fingerprint(url: string, body: unknown): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([url, sorted(body)]))
    .digest();
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, sorted(inner)] as const);
  return entries.toSorted(([one], [other]) => (one < other ? -1 : 1));
}
