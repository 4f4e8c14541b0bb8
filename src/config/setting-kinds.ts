import { isIP } from 'node:net';
import { z } from 'zod';
import { isUrl } from './is-url.js';
import { strictJson } from './strict-json.js';

/** The parsed variables of a section. */
export type Env<Section extends z.ZodRawShape> = z.output<z.ZodObject<Section>>;

// Types of settings. Each error message names the expected form and never shows the given value.

/** Accepts digits only: `1e3`, `0x10` and `3000.0` are numbers in JavaScript, but typos in a setting. */
export function wholeNumber(min: number, max: number = Number.MAX_SAFE_INTEGER) {
  const range = max === Number.MAX_SAFE_INTEGER ? `of at least ${min}` : `from ${min} to ${max}`;
  return z
    .string()
    .transform((text) => (/^\d{1,16}$/.test(text) ? Number(text) : Number.NaN))
    .refine((value) => value >= min && value <= max, `must be a whole number ${range}, in digits`);
}

export const nonEmpty = z.string().min(1);

/** Seconds of a timeout. */
export const seconds = wholeNumber(1, 3600);

/** A path, written out. */
export const folder = nonEmpty.refine(
  (value) => !/^~(\/|$)|\$[A-Za-z{]/.test(value),
  'must be a plain path: ~ and $ are not expanded',
);

const PROXY_FLAGS = new Map([
  ['true', 1],
  ['false', 0],
]);

/** The number of trusted proxies: a number, or true for one. */
export const proxies = z
  .string()
  .transform((value) => PROXY_FLAGS.get(value) ?? (/^\d{1,2}$/.test(value) ? Number(value) : Number.NaN))
  .refine((count) => count <= 10, 'must be true, false or the number of proxies, at most 10');

export const flag = z
  .enum(['true', 'false', '1', '0'], { error: 'must be true or false' })
  .transform((value) => value === 'true' || value === '1');

export function oneOf<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values, { error: `must be one of ${values.join(', ')}` });
}

/** Ids and secrets issued by TikTok, AWS and others: printable, without blanks. */
export const identifier = z
  .string()
  .regex(/^[\x21-\x7e]+$/, 'must be copied exactly: letters, digits and punctuation without blanks');

const NO_PORT = 'must not have port 0, which cannot be called';

/** A comma-separated list. */
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
 * A comma-separated list without duplicates.
 * @param isRight true for a valid item; the error names the position of the first invalid one
 */
export function listOf(isRight: (item: string) => boolean, message: string) {
  return list
    .superRefine((items, context) => {
      const wrong = items.findIndex((item) => !isRight(item));
      if (wrong >= 0) context.addIssue({ code: 'custom', message: `item ${wrong + 1} ${message}` });
    })
    .transform((items) => [...new Set(items)]);
}

export function listOfSome<const Value extends string>(values: readonly Value[]) {
  const isOne = (item: string) => values.some((value) => value === item);
  return listOf(isOne, `must be one of ${values.join(', ')}`).transform((items) => items as Value[]);
}

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
/** At least two labels, the last one not a number: never an IP address. */
export const DOMAIN = new RegExp(`^(?:${LABEL}\\.)+(?=[a-z])${LABEL}$`);

export function domains(example: string) {
  return listOf((item) => DOMAIN.test(item), `must be a domain such as ${example}`);
}

/** JSON of a form. The message never shows the value. */
export function json<Form extends z.ZodType>(form: Form, message: string) {
  return z.string().transform((text, context): z.output<Form> => {
    try {
      return form.parse(strictJson(text));
    } catch {
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    }
  });
}

const ORIGIN_FORM = 'must be an address such as https://connector.example, without user, path or wildcard';

/** An origin as browsers send it: lower case, without the default port and without a trailing slash. */
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
  // Stricter than URL, which accepts `https:host`, backslashes and wildcards.
  if (!/^https?:\/\/[^/\\?#@*\s]+\/*$/i.test(text) || !isUrl(text)) return undefined;
  return hasPort(text) ? new URL(text).origin : undefined;
}

/** A web address with path and query. */
export const webAddress = z
  .url({ protocol: /^https?$/, error: 'must be an address that begins with https://', abort: true })
  .refine((text) => !hasUser(text), 'must not contain a user or password')
  .refine(hasPort, NO_PORT)
  .refine((text) => !text.includes('#'), 'must not contain a fragment (#)');

/** A server with its login, such as `postgres://user:password@host/database`. */
export function serverAddress(protocol: RegExp, example: string) {
  return z
    .url({ protocol, error: `must look like ${example}`, abort: true })
    .refine((text) => !text.includes('#'), 'must not contain #: write it as %23 in a password')
    .refine(isDecodable, 'has a % that starts no escape: write % as %25 in a password')
    .refine(hasPort, NO_PORT)
    .refine(namesServer, `must name a server, as in ${example}`);
}

/** False for port 0, which can be listened on but not called. */
function hasPort(text: string): boolean {
  return new URL(text).port !== '0';
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** True for a host, or for a socket folder in the query, as PostgreSQL allows. */
function namesServer(text: string): boolean {
  const { hostname, searchParams } = new URL(text);
  return hostname !== '' || Boolean(searchParams.get('host'));
}

export function hasUser(text: string): boolean {
  const { username, password } = new URL(text);
  return username !== '' || password !== '';
}

const HOST_NAME = /^[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)*$/i;

/** A name or an IP address to listen on. */
export const host = z.string().refine(
  // A name whose last label is a number is a mistyped IP address.
  (text) => isIP(text) !== 0 || (HOST_NAME.test(text) && !/(^|\.)\d+$/.test(text)),
  'must be a name or an IP address, without https:// and without a port',
);

export function isEmailAddress(text: string): boolean {
  return /^[^\s@<>,]+@[^\s@<>,]+$/.test(text);
}

/** An e-mail address, or a name followed by the address in angle brackets. */
export const emailSender = z
  .string()
  .refine(
    (text) => isEmailAddress(text) || isEmailAddress(/^[^<>]*<(.*)>$/.exec(text)?.[1] ?? ''),
    'must be an e-mail address, or a name and <address>',
  );
