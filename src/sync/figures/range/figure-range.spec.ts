import { describe, expect, it } from '@jest/globals';
import { UnfitInputError } from '../../../common/index.js';
import { assertCount, toRange } from './figure-range.js';
import { endOfMoment, isMoment } from '../../../common/index.js';

const NOW = new Date('2026-11-20T13:20:00Z');

function errorOf(work: () => unknown): UnfitInputError {
  try {
    work();
  } catch (error) {
    if (error instanceof UnfitInputError) return error;
  }
  throw new Error('it did not refuse');
}

describe('isMoment', () => {
  it.each([
    ['2026-11-01', true],
    ['2026-11-01T10:00:00Z', true],
    ['2026-11-01T10:00:00.123456+05:30', true],
    ['2026-02-31', false],
    ['2026-02-31T10:00:00Z', false],
    ['2026-11-01T10:00:00', false],
    ['2026-11-01T25:00:00Z', false],
    ['1969-12-31', false],
    ['275760-09-13', false],
    ['now', false],
    ['', false],
  ])('decides about "%s"', (text, valid) => {
    expect(isMoment(text)).toBe(valid);
  });
});

describe('endOfMoment', () => {
  it('includes a day, and not a time', () => {
    expect(endOfMoment('2026-11-01').toISOString()).toBe('2026-11-02T00:00:00.000Z');
    expect(endOfMoment('2026-11-01T00:00:00Z').toISOString()).toBe('2026-11-01T00:00:00.000Z');
  });
});

describe('toRange', () => {
  it('ends now, and starts a number of days before its end', () => {
    expect(toRange({}, NOW, 30)).toEqual({ from: new Date('2026-10-21T13:20:00Z'), to: NOW });
    expect(toRange({ to: '2026-11-20' }, NOW, 30).to).toEqual(NOW);
    expect(toRange({ from: '2026-11-20' }, NOW, 30).from).toEqual(new Date('2026-11-20T00:00:00Z'));
  });

  it.each([
    [{ from: '2026-11-02', to: '2026-11-01' }, 'must be before to, which is 2026-11-01'],
    [{ from: '2026-11-02T00:00:00Z', to: '2026-11-02T00:00:00Z' }, 'must be before to'],
    [{ from: '2026-11-21' }, 'must be before to, which is now'],
    [{ from: '2026-11-21', to: '2026-11-22' }, 'must not be in the future'],
  ])('refuses %j with a field error', (asked, message) => {
    const { status, fields } = errorOf(() => toRange(asked, NOW, 30));
    expect(status).toBe(422);
    expect(fields).toMatchObject([{ field: 'from', message: expect.stringContaining(message) }]);
  });
});

describe('assertCount', () => {
  it('names the step that passes, or a shorter range', () => {
    const range = { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2026-04-11T00:00:00Z') };
    assertCount('day', range, { most: 100 });
    expect(errorOf(() => assertCount('hour', range, { most: 1_000 })).fields[0]?.message).toBe(
      'the answer would have 2400 points, and at most 1000 are allowed; use step=day, or a shorter range',
    );
    expect(errorOf(() => assertCount('week', range, { most: 10 })).fields[0]?.message).toMatch(
      /use a shorter range$/,
    );
  });
});
