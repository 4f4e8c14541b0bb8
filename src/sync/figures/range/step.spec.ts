import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countSteps, startOfStep, STEPS, stepsIn } from './step.js';

const time = fc.date({
  min: new Date('1970-01-01T00:00:00Z'),
  max: new Date('2100-01-01T00:00:00Z'),
  noInvalidDate: true,
});
const step = fc.constantFrom(...STEPS);

describe('startOfStep', () => {
  it.each([
    ['hour', '2026-11-29T02:44:02Z', '2026-11-29T02:00:00.000Z'],
    ['day', '2026-11-29T23:59:59Z', '2026-11-29T00:00:00.000Z'],
    ['week', '2026-11-29T23:59:59Z', '2026-11-23T00:00:00.000Z'],
    ['week', '2026-11-30T00:00:00Z', '2026-11-30T00:00:00.000Z'],
  ] as const)('returns the start of the %s of %s', (name, at, start) => {
    expect(startOfStep(name, new Date(at)).toISOString()).toBe(start);
  });
});

describe('stepsIn', () => {
  it('covers the range with steps that neither overlap nor leave a gap', () => {
    fc.assert(
      fc.property(step, time, fc.integer({ min: 1, max: 5_000_000_000 }), (name, from, length) => {
        const to = new Date(from.getTime() + length);
        const steps = stepsIn(name, { from, to });
        const [first, last] = [steps[0], steps.at(-1)];
        expect(steps).toHaveLength(countSteps(name, { from, to }));
        expect(first && first.from <= from && first.to > from).toBe(true);
        expect(last && last.from < to && last.to >= to).toBe(true);
        for (const [index, one] of steps.entries())
          if (index > 0) expect(one.from).toEqual(steps[index - 1]?.to);
      }),
      { numRuns: 50 },
    );
  });

  it('is empty without a range', () => {
    const at = new Date('2026-11-29T02:44:02Z');
    expect(stepsIn('day', { from: at, to: at })).toEqual([]);
  });
});
