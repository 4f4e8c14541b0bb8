import { parse } from 'lossless-json';

/** A JSON value in which integers beyond 2^53 - 1 are strings. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

// The shortest integers that a double may round have sixteen digits. Those in strings follow a quote or a letter, as a rule.
const LONG_NUMBER = /(?:^|[[:,\s])-?\d{16}/;

/**
 * Parses JSON without losing digits. TikTok sends 19-digit ids as numbers, which `JSON.parse` rounds. Unsafe integers
 * become strings of their digits; everything else is as in `JSON.parse`.
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

// Escapes of control characters other than tab and line ends. An escape is preceded by an even number of backslashes.
const ESCAPED_CONTROL = /(?<!\\)((?:\\\\)*)\\(?:[bf]|u00(?:0[0-8bBcCeEfF]|1[0-9a-fA-F]|7[fF]))/g;

// In text decoded from UTF-8, only an escape can produce a lone surrogate.
const ESCAPED_SURROGATE = /\\u[dD][89a-fA-F]/;

/**
 * Parses foreign JSON like `parseJson`, and makes every string storable. Control characters are dropped: PostgreSQL
 * rejects zero bytes, and TikTok uses none of the others. Lone surrogates become U+FFFD, because PostgreSQL rejects them
 * in `jsonb`.
 * @throws SyntaxError on text that is not JSON.
 */
export function parseForeignJson(text: string): Json {
  // Most texts have no escapes.
  const hasEscapes = text.includes('\\');
  const value = parseJson(hasEscapes ? text.replace(ESCAPED_CONTROL, '$1') : text);
  const isWellFormed = text.isWellFormed() && !(hasEscapes && ESCAPED_SURROGATE.test(text));
  return isWellFormed ? value : wellFormed(value);
}

function wellFormed(value: Json): Json {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key.toWellFormed(), wellFormed(item)]),
  );
}
