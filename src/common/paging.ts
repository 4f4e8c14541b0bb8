import { InvalidInputError } from './errors.js';
import { isId } from './ids.js';

export const NO_CURSOR = 'must be the unchanged nextCursor of the previous page';

/** One page of a list. The last page has no `nextCursor`. */
export interface Page<T> {
  items: T[];
  nextCursor?: string;
}

/** Encodes the sort key of a page's last row. Callers treat the text as opaque. */
export function encodeCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

const PART_CHECKS = {
  id: isId,
  time: isTime,
  digits: (text: string) => /^\d+$/.test(text),
  /** Empty: null. */
  count: (text: string) => /^(-?\d{1,18})?$/.test(text),
  word: (text: string) => /^[\w-]+$/.test(text),
  /** An id of another system. */
  text: (text: string) => text !== '' && text.length <= 500 && !text.includes('\0'),
};

/** The type of one part of a sort key. */
export type CursorPart = keyof typeof PART_CHECKS;

/** True for the output of `toISOString` with a four-digit year: PostgreSQL accepts less than `Date.parse` does. */
function isTime(text: string): boolean {
  return (
    /^[1-9]\d{3}-/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text
  );
}

/**
 * @param parts the types in the list's sort key
 * @throws InvalidInputError when `encodeCursor` did not create the text for such a list
 */
export function decodeCursor(cursor: string | undefined, parts: readonly CursorPart[]): string[] | undefined {
  if (cursor === undefined) return undefined;
  const key = parseKey(cursor);
  const fits =
    key?.length === parts.length && parts.every((part, index) => PART_CHECKS[part](key[index] ?? ''));
  if (key && fits) return key;
  throw foreignCursor();
}

/** The error for a cursor of another list, or of the same list with other filters. */
export function foreignCursor(): InvalidInputError {
  return new InvalidInputError(
    'The cursor does not belong to this list. Use the nextCursor of the previous page, unchanged.',
    [{ field: 'cursor', message: NO_CURSOR }],
  );
}

export function parseKey(cursor: string): string[] | undefined {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(key) && key.every((part) => typeof part === 'string') ? key : undefined;
  } catch {
    return undefined;
  }
}

/** Cuts `limit + 1` fetched rows to a page: the extra row only shows that there are more. */
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
