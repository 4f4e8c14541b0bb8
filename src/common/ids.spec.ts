import { describe, expect, it } from '@jest/globals';
import { firstIdOf, isId, newId } from './ids.js';

describe('newId', () => {
  it('creates different UUIDs in version 7 that sort by creation', () => {
    const ids = Array.from({ length: 10_000 }, newId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.toSorted()).toEqual(ids);
    expect(ids.every((id) => isId(id) && id[14] === '7' && /[89ab]/.test(id[19] ?? ''))).toBe(true);
    const ms = Number.parseInt((ids[0] ?? '').replace('-', '').slice(0, 12), 16);
    expect(Math.abs(Date.now() - ms)).toBeLessThan(10_000);
  });
});

describe('firstIdOf', () => {
  it('sorts between the ids that were created before and after the moment', () => {
    const id = newId();
    const ms = Number.parseInt(id.replace('-', '').slice(0, 12), 16);
    expect(isId(firstIdOf(new Date(ms)))).toBe(true);
    expect(firstIdOf(new Date(ms)) <= id).toBe(true);
    expect(firstIdOf(new Date(ms + 1)) > id).toBe(true);
    expect(firstIdOf(new Date(-1))).toMatch(/^0{8}-0{4}-/);
  });
});
