/** A string or field name in a JSON value that contains a lone surrogate. */
export interface IllFormedText {
  /** `caption`, `media[0].altText`, `[2]`. */
  path: string;
  /** The name of the field, not its value. */
  isName: boolean;
}

// A body can contain tens of thousands. A few are enough to fix it.
const MAX_FOUND = 20;

/**
 * Finds strings that are not well-formed UTF-16. UTF-8 cannot represent them: they would reach TikTok as U+FFFD, and
 * PostgreSQL rejects them in `jsonb`.
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
