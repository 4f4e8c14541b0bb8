/** Environment variables as a process gets them. */
export type Variables = Record<string, string | undefined>;

export interface TidyValues {
  /** By key, without what stood around them; a value of which nothing is left counts as unset. */
  values: Record<string, string>;
  /** Keys whose value had something around it that was taken off. */
  tidied: string[];
  /** By key, why a value cannot be meant. Never shows the value. */
  complaints: Map<string, string>;
}

const QUOTES = ['"', "'"];
// Control characters, and those that no editor shows: zero-width spaces, byte order marks, line separators.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
// JSON may be laid out over several lines.
const JSON_SETTINGS: ReadonlySet<string> = new Set(['UPLOAD_LIMITS', 'TIKTOK_VERIFICATION_FILES']);

/**
 * Takes off what editors, shells and container runtimes leave around a value: blanks, line ends, a byte order mark and
 * one pair of quotes. What is left inside must be visible.
 */
export function tidyValues(keys: readonly string[], variables: Variables): TidyValues {
  const values: Record<string, string> = {};
  const tidied: string[] = [];
  const complaints = new Map<string, string>();
  for (const key of keys) {
    const given = variables[key];
    if (given === undefined || given === '') continue;
    const value = tidyValue(given);
    if (value !== given) tidied.push(key);
    const message = complaintAbout(key, value);
    if (message !== undefined) complaints.set(key, message);
    else if (value !== '') values[key] = value;
  }
  return { values, tidied, complaints };
}

/** One value without what stands around it. `trim` knows the byte order mark. */
export function tidyValue(given: string): string {
  const text = given.trim();
  const [quote = '', inner] = [text[0], text.slice(1, -1)];
  if (text.length < 2 || !QUOTES.includes(quote) || !text.endsWith(quote)) return text;
  // `"a","b"` is no pair; around JSON, which is full of quotes, it is one.
  const isPair = !inner.includes(quote) || /^\s*\{.*\}\s*$/s.test(inner);
  return isPair ? inner.trim() : text;
}

function complaintAbout(key: string, value: string): string | undefined {
  if (JSON_SETTINGS.has(key)) return undefined;
  if (INVISIBLE.test(value)) return 'must not contain line breaks or invisible characters';
  if (QUOTES.some((quote) => value.startsWith(quote) || value.endsWith(quote)))
    return 'begins or ends with a quotation mark: remove it';
  return undefined;
}
