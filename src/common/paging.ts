import { InvalidInputError } from './errors.js';
import { isId } from './ids.js';

export const NO_CURSOR = 'must be the nextCursor of the page before, unchanged';

/** One page of a list; `nextCursor` is absent on the last one. */
export interface Page<T> {
  items: T[];
  nextCursor?: string;
}

/** Packs the sort key of a page's last row. The text is opaque to callers. */
export function encodeCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

const PART_CHECKS = {
  id: isId,
  time: isTime,
  digits: (text: string) => /^\d+$/.test(text),
};

/** What a part of a sort key is. */
export type KeyPart = keyof typeof PART_CHECKS;

/** Exactly as `toISOString` writes it, in a year of four digits: Postgres reads less than `Date.parse` does. */
function isTime(text: string): boolean {
  return (
    /^[1-9]\d{3}-/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text
  );
}

/**
 * @param parts what the list's sort key is made of
 * @throws InvalidInputError when the text was not made by `encodeCursor` for such a list.
 */
export function decodeCursor(cursor: string | undefined, parts: readonly KeyPart[]): string[] | undefined {
  if (cursor === undefined) return undefined;
  const key = parseKey(cursor);
  const fits =
    key?.length === parts.length && parts.every((part, index) => PART_CHECKS[part](key[index] ?? ''));
  if (key && fits) return key;
  throw new InvalidInputError('The cursor is not one of this list.', [
    { field: 'cursor', message: NO_CURSOR },
  ]);
}

export function parseKey(cursor: string): string[] | undefined {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(key) && key.every((part) => typeof part === 'string') ? key : undefined;
  } catch {
    return undefined;
  }
}

/** Cuts `limit + 1` fetched rows to a page: the extra row only tells that there is more. */
export function toPage<Row, Item>(
  rows: Row[],
  limit: number,
  keyOf: (row: Row) => string[],
  toItem: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const items = shown.map(toItem);
  return rows.length > limit && last !== undefined
    ? { items, nextCursor: encodeCursor(keyOf(last)) }
    : { items };
}
