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
  return parse(text, undefined, exactNumber) as Json;
}

function exactNumber(digits: string): number | string {
  const value = Number(digits);
  return /^-?\d+$/.test(digits) && !Number.isSafeInteger(value) ? digits : value;
}

// Of the escapes in JSON, those of control characters other than tab and line ends; behind an even number of
// backslashes, for only then it is an escape.
const ESCAPED_CONTROL = /(?<!\\)((?:\\\\)*)\\(?:[bf]|u00(?:0[0-8bBcCeEfF]|1[0-9a-fA-F]|7[fF]))/g;

/**
 * For JSON that others write: as `parseJson`, but its texts hold no control characters. Postgres refuses a zero byte in
 * a text, and nothing of TikTok's has a use for the others.
 * @throws SyntaxError on text that is not JSON.
 */
export function parseForeignJson(text: string): Json {
  return parseJson(text.replace(ESCAPED_CONTROL, '$1'));
}
