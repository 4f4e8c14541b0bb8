/** Environment variables of a process. */
export type Variables = Record<string, string | undefined>;

export interface TidyValues {
  /** Trimmed values by key; empty ones count as unset. */
  values: Record<string, string>;
  /** Keys whose value was trimmed. */
  tidied: string[];
  /** Problems by key. Never shows the value. */
  problems: Map<string, string>;
}

const QUOTES = ['"', "'"];
// Control characters and invisible ones: zero-width spaces, byte order marks, line separators.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
// JSON may span several lines.
const JSON_SETTINGS: ReadonlySet<string> = new Set(['UPLOAD_LIMITS', 'TIKTOK_VERIFICATION_FILES']);

/**
 * Trims what editors, shells and container runtimes leave around a value: blanks, line breaks, a byte order mark and one
 * pair of quotes. The rest must consist of visible characters.
 */
export function tidyValues(keys: readonly string[], variables: Variables): TidyValues {
  const values: Record<string, string> = {};
  const tidied: string[] = [];
  const problems = new Map<string, string>();
  for (const key of keys) {
    const given = variables[key];
    if (given === undefined || given === '') continue;
    const value = tidyValue(given);
    if (value !== given) tidied.push(key);
    const message = problemWith(key, value);
    if (message !== undefined) problems.set(key, message);
    else if (value !== '') values[key] = value;
  }
  return { values, tidied, problems };
}

/** Trims one value. `trim` also removes a byte order mark. */
export function tidyValue(given: string): string {
  const text = given.trim();
  const [quote = '', inner] = [text[0], text.slice(1, -1)];
  if (text.length < 2 || !QUOTES.includes(quote) || !text.endsWith(quote)) return text;
  // In `"a","b"` the outer quotes are not a pair; around JSON they are.
  const isPair = !inner.includes(quote) || /^\s*\{.*\}\s*$/s.test(inner);
  return isPair ? inner.trim() : text;
}

function problemWith(key: string, value: string): string | undefined {
  if (JSON_SETTINGS.has(key)) return undefined;
  if (INVISIBLE.test(value)) return 'must not contain line breaks or invisible characters';
  if (QUOTES.some((quote) => value.startsWith(quote) || value.endsWith(quote)))
    return 'starts or ends with a quotation mark: remove it';
  return undefined;
}
