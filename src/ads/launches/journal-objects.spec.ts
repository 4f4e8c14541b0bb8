import { describe, expect, it } from '@jest/globals';
import type { ChangeState } from '../writes/ad-change.entity.js';
import { byJournal, lostTooLate } from './journal-objects.js';
import type { StepKind, StepStatus } from './launch-states.js';
import type { LaunchStep } from './launch-step.entity.js';

function step(key: string, status: StepStatus = 'pending', objectId: string | null = null): LaunchStep {
  const [kind] = key.split(':');
  return { key, kind: kind as StepKind, status, objectId, message: null } as LaunchStep;
}
const create = (stepKey: string, state: ChangeState, objectId: string | null = null, adopted = false) => ({
  stepKey,
  state,
  objectId,
  adopted,
});

describe('byJournal', () => {
  const adopted = [create('ad:0.0', 'succeeded', '7', true)];

  it.each(['failed', 'cancelled'] as const)('shows what was found after the launch %s', (status) => {
    const [ad] = byJournal([step('ad:0.0', 'failed')], adopted, status);
    expect(ad).toMatchObject({ status: 'done', objectId: '7', message: expect.stringContaining('since') });
  });

  it('leaves it to the step while the launch runs', () => {
    const steps = [step('ad:0.0')];
    expect(byJournal(steps, adopted, 'creating')).toEqual(steps);
  });

  it('takes an object back that went to another create', () => {
    const steps = [step('ad:0.0', 'done', '7')];
    const lost = [create('ad:0.0', 'unknown')];
    expect(byJournal(steps, lost, 'in_review')).toMatchObject([{ status: 'pending', objectId: null }]);
    expect(byJournal(steps, lost, 'live')).toMatchObject([{ status: 'failed', objectId: null }]);
  });

  it('leaves every other step as it is', () => {
    const steps = [step('check', 'done'), step('campaign', 'done', '1'), step('ad_group:0'), step('ad:0.0')];
    const creates = [create('campaign', 'succeeded', '1'), create('ad_group:0', 'sent')];
    for (const status of ['creating', 'failed', 'cancelled'] as const)
      expect(byJournal(steps, creates, status)).toEqual(steps);
  });
});

describe('lostTooLate', () => {
  const campaign = step('campaign', 'done', '1');
  const groups = [step('ad_group:1', 'done', '2'), step('ad_group:10', 'done', '3')];

  it('finds a lost object with another one below it', () => {
    const lost = step('campaign');
    expect(lostTooLate([lost, ...groups])).toBe(lost);
    expect(
      lostTooLate([campaign, step('ad_group:1'), step('ad_group:10'), step('ad:10.2', 'done', '4')]),
    ).toMatchObject({
      key: 'ad_group:10',
    });
  });

  it('finds a lost ad after the review', () => {
    const ads = [step('ad:1.0', 'done', '4'), step('ad:1.1')];
    expect(lostTooLate([campaign, ...groups, ...ads, step('review', 'waiting')])).toBeUndefined();
    expect(lostTooLate([campaign, ...groups, ...ads, step('review', 'done')])).toBe(ads[1]);
  });

  it('leaves what has not been created yet', () => {
    expect(lostTooLate([step('check'), step('campaign'), step('ad_group:1')])).toBeUndefined();
    expect(lostTooLate([campaign, ...groups, step('ad:1.0'), step('review')])).toBeUndefined();
  });
});
