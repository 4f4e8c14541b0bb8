import { parse } from 'lossless-json';

/** Any JSON value whose integers beyond 2^53 - 1 have become strings. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

// Sixteen digits in a row are the shortest integer that a double may round.
const LONG_NUMBER = /\d{16}/;

/**
 * Parses JSON without losing digits: TikTok sends 19-digit ids as bare numbers, which `JSON.parse` rounds.
 * An unsafe integer becomes the string of its digits; everything else is as in `JSON.parse`.
 * @throws SyntaxError on text that is not JSON.
 */
export function parseJson(text: string): Json {
  if (!LONG_NUMBER.test(text)) return JSON.parse(text) as Json;
  return parse(text, undefined, {
    parseNumber: exactNumber,
    onDuplicateKey: ({ newValue }) => newValue,
  }) as Json;
}

function exactNumber(digits: string): number | string {
  const value = Number(digits);
  return /^-?\d+$/.test(digits) && !Number.isSafeInteger(value) ? digits : value;
}

// Of the escapes in JSON, those of control characters other than tab and line ends; behind an even number of
// backslashes, for only then it is an escape.
const ESCAPED_CONTROL = /(?<!\\)((?:\\\\)*)\\(?:[bf]|u00(?:0[0-8bBcCeEfF]|1[0-9a-fA-F]|7[fF]))/g;

// Only an escape can put half a surrogate pair into a text that came as UTF-8.
const ESCAPED_SURROGATE = /\\u[dD][89a-fA-F]/;

/**
 * Parses JSON that others write: as `parseJson`, but every text in it can be stored and sent on. Control characters are
 * left out: Postgres refuses a zero byte in a text, and nothing of TikTok's has a use for the others. Half a surrogate
 * pair becomes U+FFFD: Postgres refuses it in `jsonb`.
 * @throws SyntaxError on text that is not JSON.
 */
export function parseForeignJson(text: string): Json {
  const value = parseJson(text.replace(ESCAPED_CONTROL, '$1'));
  return ESCAPED_SURROGATE.test(text) || !text.isWellFormed() ? wellFormed(value) : value;
}

function wellFormed(value: Json): Json {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key.toWellFormed(), wellFormed(item)]),
  );
}
