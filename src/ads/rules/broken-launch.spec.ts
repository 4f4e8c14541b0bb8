import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Complaint } from './complaint.js';
import { RULES } from './rule-catalogue.js';
import { AD_BREAKS } from './testing/ad-breaks.js';
import { FACT_BREAKS } from './testing/fact-breaks.js';
import { GROUP_BREAKS } from './testing/ad-group-breaks.js';
import type { Break } from './testing/break-parts.js';
import { CAMPAIGN_BREAKS } from './testing/campaign-breaks.js';
import { MONEY_BREAKS } from './testing/money-breaks.js';
import { setField } from './testing/set-field.js';
import { CHOICES, validLaunch, type Sample } from './testing/valid-launch.js';
import { validate } from './validate.js';

const BREAKS = [...CAMPAIGN_BREAKS, ...GROUP_BREAKS, ...MONEY_BREAKS, ...AD_BREAKS, ...FACT_BREAKS];

/** Rules that need more than a launch; their specs are elsewhere. */
const ELSEWHERE = [
  'objective_unknown',
  'objective_create_ended',
  'us_plus_not_allowed',
  'budget_below_spent',
];

/** Breaks a copy of the sample. @returns undefined if it cannot be broken so */
function broken(sample: Sample, { apply, field }: Break) {
  const { account, ...context } = structuredClone({ ...sample.context, settings: sample.context.settings });
  const copy = {
    ...sample,
    body: structuredClone(sample.body),
    context: { ...context, ...(account && { account }) },
  };
  const [group] = copy.body.adGroups;
  const [ad] = group?.ads ?? [];
  if (!group || !ad) return undefined;
  const parts = { ...copy, group, ad };
  const place = typeof field === 'string' ? field : field(parts);
  const done = apply(parts);
  return done === false ? undefined : { ...copy, place };
}

const isSame = (place: string, rule: string) => (one: Complaint) => one.field === place && one.rule === rule;

describe('broken launch', () => {
  it.each(BREAKS)('has the complaint $rule about $field', (way) => {
    const choices = CHOICES.filter((choice) => way.fits?.(choice) ?? true);
    let count = 0;
    fc.assert(
      fc.property(validLaunch(choices), (sample) => {
        const copy = broken(sample, way);
        fc.pre(copy !== undefined);
        const complaint = validate(copy.body, copy.context).find(isSame(copy.place, way.rule));
        expect(complaint).toBeDefined();
        count += 1;
        if (complaint?.suggestion === undefined) return;
        setField(copy.body, copy.place, complaint.suggestion);
        expect(validate(copy.body, copy.context).filter(isSame(copy.place, way.rule))).toEqual([]);
      }),
      { numRuns: 20, maxSkipsPerRun: 2000 },
    );
    expect(count).toBeGreaterThan(0);
  });

  it('is found by every rule', () => {
    const covered = new Set<string>([...BREAKS.map(({ rule }) => rule), ...ELSEWHERE]);
    expect(Object.keys(RULES).filter((rule) => !covered.has(rule))).toEqual([]);
  });
});
