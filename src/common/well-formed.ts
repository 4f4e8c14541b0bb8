/** A text of a JSON value, or the name of a field, that holds half a surrogate pair. */
export interface IllFormedText {
  /** `caption`, `media[0].altText`, `[2]`. */
  path: string;
  /** The name of the field, not its value. */
  isName: boolean;
}

// A body can hold tens of thousands, and a caller reads only the first few errors.
const MAX_FOUND = 20;

/**
 * Finds texts that are no well-formed UTF-16. UTF-8 cannot hold them: they would reach TikTok as U+FFFD, and Postgres
 * refuses them in `jsonb`.
 * @param value parsed JSON
 */
export function illFormedTexts(value: unknown): IllFormedText[] {
  const found: IllFormedText[] = [];
  collect(value, '', found);
  return found;
}

function collect(value: unknown, path: string, found: IllFormedText[]): void {
  if (found.length >= MAX_FOUND) return;
  if (typeof value === 'string') {
    if (!value.isWellFormed()) found.push({ path, isName: false });
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) collect(item, `${path}[${index}]`, found);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) {
      const field = `${path}${path && '.'}${name.toWellFormed()}`;
      if (!name.isWellFormed()) found.push({ path: field, isName: true });
      collect(item, field, found);
    }
  }
}
