import { isIP } from 'node:net';
import { z } from 'zod';

// The shapes that settings have. Each refuses in words that name what is right, and never shows what was given.

/** Digits only: `1e3`, `0x10` and `3000.0` are numbers to JavaScript, and slips in a setting. */
export function wholeNumber(min: number, max: number = Number.MAX_SAFE_INTEGER) {
  const range = max === Number.MAX_SAFE_INTEGER ? `of at least ${min}` : `from ${min} to ${max}`;
  return z
    .string()
    .transform((text) => (/^\d{1,16}$/.test(text) ? Number(text) : Number.NaN))
    .refine((value) => value >= min && value <= max, `must be a whole number ${range}, in digits`);
}

export const flag = z
  .enum(['true', 'false', '1', '0'], { error: 'must be true or false' })
  .transform((value) => value === 'true' || value === '1');

export function oneOf<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values, { error: `must be one of ${values.join(', ')}` });
}

/** Ids and secrets that TikTok, AWS and others give: printable, without blanks. */
export const identifier = z
  .string()
  .regex(/^[\x21-\x7e]+$/, 'must be copied as it is: letters, digits and signs without blanks');

const NO_PORT = 'must not have port 0, which nothing can call';

/** A comma list. */
export const list = z.string().transform((value, context) => {
  const items = value.split(',').map((item) => item.trim());
  const empty = items.indexOf('');
  if (empty < 0) return items;
  context.addIssue({
    code: 'custom',
    message: `item ${empty + 1} of the list is empty: remove the extra comma`,
  });
  return z.NEVER;
});

/**
 * Items that stand there twice count once.
 * @param isRight whether an item is; the complaint names the first that is not by its place
 */
export function listOf(isRight: (item: string) => boolean, message: string) {
  return list
    .superRefine((items, context) => {
      const wrong = items.findIndex((item) => !isRight(item));
      if (wrong >= 0) context.addIssue({ code: 'custom', message: `item ${wrong + 1} ${message}` });
    })
    .transform((items) => [...new Set(items)]);
}

const ORIGIN_FORM = 'must be an address such as https://connector.example, without user, path or wildcard';

/** As browsers write it: in lower case, without the default port, without a slash at the end. */
export const origin = z.string().transform((text, context) => {
  const found = originOf(text);
  if (found !== undefined) return found;
  context.addIssue({ code: 'custom', message: ORIGIN_FORM });
  return z.NEVER;
});

export const origins = listOf((item) => originOf(item) !== undefined, ORIGIN_FORM).transform((items) => [
  ...new Set(items.map((item) => originOf(item) ?? item)),
]);

function originOf(text: string): string | undefined {
  // Stricter than URL, which takes `https:host`, backslashes and wildcards.
  if (!/^https?:\/\/[^/\\?#@*\s]+\/*$/i.test(text) || !URL.canParse(text)) return undefined;
  return hasPort(text) ? new URL(text).origin : undefined;
}

/** An address on the web whose path and query matter. */
export const webAddress = z
  .url({ protocol: /^https?$/, error: 'must be an address that begins with https://' })
  .refine((text) => !hasUser(text), 'must not contain a user or password')
  .refine(hasPort, NO_PORT)
  .refine((text) => !text.includes('#'), 'must not contain a fragment (#)');

/** A server with its login, as `postgres://user:password@host/database`. */
export function serverAddress(protocol: RegExp, example: string) {
  return z
    .url({ protocol, error: `must look like ${example}` })
    .refine((text) => !text.includes('#'), 'must not contain #: write it as %23 in a password')
    .refine(isDecodable, 'has a % that begins no character: write % as %25 in a password')
    .refine(hasPort, NO_PORT)
    .refine(namesServer, `must name a server, as in ${example}`);
}

/** Port 0 is a wish to listen anywhere, and no address to call. */
function hasPort(text: string): boolean {
  return !URL.canParse(text) || new URL(text).port !== '0';
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** PostgreSQL may be reached by a folder of sockets instead, which the query names. */
function namesServer(text: string): boolean {
  if (!URL.canParse(text)) return true;
  const { hostname, searchParams } = new URL(text);
  return hostname !== '' || Boolean(searchParams.get('host'));
}

/** Of what is no address this says nothing: another check does. */
function hasUser(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username !== '' || password !== '';
}

const HOST_NAME = /^[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)*$/i;

/** A name or an IP address to listen on. */
export const host = z.string().refine(
  // A name whose last part is a number is meant as an IP address.
  (text) => isIP(text) !== 0 || (HOST_NAME.test(text) && !/(^|\.)\d+$/.test(text)),
  'must be a name or an IP address, without https:// and without a port',
);

export function isEmailAddress(text: string): boolean {
  return /^[^\s@<>,]+@[^\s@<>,]+$/.test(text);
}

/** An address, or a name with the address in angle brackets behind it. */
export const emailSender = z
  .string()
  .refine(
    (text) => isEmailAddress(text) || isEmailAddress(/^[^<>]*<(.*)>$/.exec(text)?.[1] ?? ''),
    'must be an e-mail address, or a name and <address>',
  );
