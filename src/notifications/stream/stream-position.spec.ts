import { describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { lookBackFrom, StreamPosition } from './stream-position.js';

const NOON = Date.parse('2026-01-01T12:00:00Z');
const at = (seconds: number) => v7({ msecs: NOON + seconds * 1000 });

describe('lookBackFrom', () => {
  it('is a minute before the id', () => {
    const floor = lookBackFrom(at(0));
    expect(floor > at(-61)).toBe(true);
    expect(floor < at(-59)).toBe(true);
    expect(floor).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it('is not lower than the first id', () => {
    expect(lookBackFrom('00000000-0000-7000-8000-000000000001')).toBe('00000000-0000-0000-0000-000000000000');
  });
});

describe('StreamPosition', () => {
  it('treats an older id that appears later as new, until it was sent', () => {
    const [late, young] = [at(-2), at(0)];
    const position = new StreamPosition(young, [young]);
    expect(late > position.floor).toBe(true);
    expect(position.known).toEqual([young]);

    position.advance(late);

    expect(position.known).toEqual([young, late]);
  });

  it('forgets ids below its floor', () => {
    const position = new StreamPosition(at(0), [at(-30), at(0)]);

    const now = at(120);
    position.advance(now);

    expect(position.known).toEqual([now]);
  });

  it('starts at the first id for a new client', () => {
    expect(new StreamPosition().floor).toBe('00000000-0000-0000-0000-000000000000');
  });
});
