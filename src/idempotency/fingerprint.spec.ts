import { describe, expect, it } from '@jest/globals';
import { fingerprint } from './fingerprint.js';

const PATH = '/api/sync/trigger';
const hex = (url: string, body: unknown) => fingerprint(url, body).toString('hex');

describe('fingerprint', () => {
  it('ignores the order of fields', () => {
    expect(hex(PATH, { a: 1, b: { c: [1, 2], d: null } })).toBe(
      hex(PATH, { b: { d: null, c: [1, 2] }, a: 1 }),
    );
  });

  it.each<[string, unknown]>([
    [`${PATH}?x=1`, { a: 1 }],
    ['/api/other', { a: 1 }],
    [PATH, { a: '1' }],
    [PATH, { a: 1, b: undefined, c: null }],
    [PATH, [['a', 1], 0]],
    [PATH, { a: [1] }],
    [PATH, {}],
    [PATH, null],
  ])('distinguishes %s %j', (url, body) => expect(hex(url, body)).not.toBe(hex(PATH, { a: 1 })));

  it('respects the order of items', () => {
    expect(hex(PATH, { a: [1, 2] })).not.toBe(hex(PATH, { a: [2, 1] }));
  });
});
