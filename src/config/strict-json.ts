import { parse } from 'lossless-json';

/** Like `JSON.parse`, and refuses an object that gives one name two values: which was meant cannot be known. */
export function strictJson(text: string): unknown {
  return parse(text, undefined, Number);
}
