import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CHOICES, validLaunch } from './testing/valid-launch.js';
import { validate } from './validate.js';

describe('valid launch', () => {
  it.each(CHOICES.map(({ row, driver }) => ({ row, driver, objective: row.objective, goal: row.goal })))(
    'has no complaints: $objective × $goal by $driver',
    ({ row, driver }) => {
      fc.assert(
        fc.property(validLaunch([{ row, driver }]), ({ body, context }) => {
          expect(validate(body, context)).toEqual([]);
        }),
        { numRuns: 60 },
      );
    },
  );
});
