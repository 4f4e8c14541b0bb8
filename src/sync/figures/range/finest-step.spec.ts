import { describe, expect, it } from '@jest/globals';
import { UnfitInputError } from '../../../common/index.js';
import { finestStep, hoursBetween, stepOfHistory } from './finest-step.js';
import type { Step } from './step.js';

const DAY_MS = 86_400_000;
const POLICY = {
  videos: [
    { underDays: 1, everyHours: 1 },
    { underDays: 7, everyHours: 6 },
    { underDays: 30, everyHours: 24 },
    { underDays: 90, everyHours: 168 },
  ],
  fullListingEveryDays: 7,
  insightsEveryHours: 24,
};
const PUBLISHED = new Date('2026-11-01T00:00:00Z');

function choose(
  step: Step | undefined,
  untilDays: number,
  source: 'display_api' | 'business_api' = 'display_api',
) {
  const range = { from: PUBLISHED, to: new Date(PUBLISHED.getTime() + untilDays * DAY_MS) };
  return stepOfHistory(step, { publishedAt: PUBLISHED, source }, range, POLICY);
}

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof UnfitInputError) return error.message;
  }
  return 'not refused';
}

describe('hoursBetween', () => {
  it.each([
    [0.5, 1],
    [1, 6],
    [29.9, 24],
    [89, 168],
    [400, 168],
  ])('knows how often a video of %d days is read', (days, hours) => {
    expect(hoursBetween(days * DAY_MS, 'display_api', POLICY)).toBe(hours);
  });
});

describe('finestStep', () => {
  it.each<[number, Step]>([
    [1, 'hour'],
    [2, 'day'],
    [24, 'day'],
    [25, 'week'],
    [8_760, 'week'],
  ])('reads once in %i h by %s', (hours, step) => {
    expect(finestStep(hours)).toBe(step);
  });
});

describe('stepOfHistory', () => {
  it('chooses the finest step that the oldest readings allow', () => {
    expect([1, 3, 30, 31, 500].map((days) => choose(undefined, days))).toEqual([
      'hour',
      'day',
      'day',
      'week',
      'week',
    ]);
    expect(choose(undefined, 1, 'business_api')).toBe('day');
  });

  it('accepts this step and coarser ones', () => {
    expect(choose('hour', 1)).toBe('hour');
    expect(choose('week', 1)).toBe('week');
  });

  it('refuses a finer one, and names what passes', () => {
    expect(messageOf(() => choose('hour', 3))).toBe(
      'step: hour is finer than the data: at that age, a video is read once in 6 h; use step=day, ' +
        'or a range that ends by 2026-11-02T00:00:00.000Z',
    );
    expect(messageOf(() => choose('day', 60))).toContain(
      'use step=week, or a range that ends by 2026-12-01T',
    );
    expect(messageOf(() => choose('hour', 1, 'business_api'))).toMatch(/use step=day$/);
  });
});
