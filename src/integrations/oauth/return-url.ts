import { isUrl } from '../../config/index.js';
import { InvalidInputError, type FieldError } from '../../common/index.js';

/**
 * Accepts only addresses whose origin is on the list. Compares after parsing, as a browser would.
 * @throws InvalidInputError naming `returnUrl`
 */
export function checkReturnUrl(text: string, allowedOrigins: readonly string[]): URL {
  const fields = returnUrlErrors(text, allowedOrigins);
  if (fields.length > 0)
    throw new InvalidInputError(`returnUrl ${fields[0]?.message}.`, fields, 'return_url_refused');
  return new URL(text);
}

/** Returns what is wrong with the address; nothing if it is accepted. */
export function returnUrlErrors(text: string, allowedOrigins: readonly string[]): FieldError[] {
  const url = isUrl(text) ? new URL(text) : undefined;
  const message = messageFor(text, url, allowedOrigins);
  return message === undefined ? [] : [{ field: 'returnUrl', message }];
}

function messageFor(text: string, url: URL | undefined, allowed: readonly string[]): string | undefined {
  if (!url) return 'must be an absolute URL';
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'must be an http or https URL';
  if (url.username || url.password) return 'must not carry a user name or password';
  // Browsers read a backslash as a slash and drop control characters: only attackers send them.
  if (/[\\\s\p{Cc}]/u.test(text)) return 'must not contain backslashes, spaces or control characters';
  if (!allowed.some((origin) => isUrl(origin) && new URL(origin).origin === url.origin)) {
    return 'is not on the list of allowed origins (RETURN_URL_ORIGINS)';
  }
  return undefined;
}

/** Returns the address with the outcome of the consent in its query. */
export function withOutcome(returnUrl: string, outcome: Record<string, string>): string {
  const url = new URL(returnUrl);
  for (const [key, value] of Object.entries(outcome)) url.searchParams.set(key, value);
  return url.href;
}
