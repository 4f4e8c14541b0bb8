import { expect, it } from '@jest/globals';
import { jsonDepth } from './json-depth.js';

it.each([
  ['7', 0],
  ['{}', 1],
  ['{"a":[{}],"b":[]}', 3],
  ['"[[[["', 0],
  [String.raw`["\"[[[", {"\\": []}]`, 3],
  ['['.repeat(50_000), 50_000],
])('jsonDepth of %s is %d', (text, depth) => expect(jsonDepth(text)).toBe(depth));
