import { describe, expect, it } from '@jest/globals';
import type { StepKind, StepStatus } from './launch-states.js';
import type { LaunchStep } from './launch-step.entity.js';
import { openSteps } from './open-steps.js';

const step = (kind: StepKind, name: string, status: StepStatus = 'pending') =>
  ({ kind, name, status, key: `${kind}:${name}` }) as LaunchStep;
const names = (steps: LaunchStep[]) => openSteps(steps, 4).map(({ name }) => name);

describe('openSteps', () => {
  it('takes ads four at a time, and what is done not again', () => {
    const ads = ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => step('ad', name));
    expect(names(ads)).toEqual(['A', 'B', 'C', 'D']);
    expect(names([step('ad', 'done', 'done'), ...ads.slice(3)])).toEqual(['D', 'E', 'F']);
  });

  it('never takes two objects of one name at once', () => {
    expect(names([step('ad', 'A'), step('ad', 'A'), step('ad', 'B')])).toEqual(['A', 'B']);
  });

  it('fills the places beside those that are under way', () => {
    const ads = ['A', 'B', 'A', 'C', 'D', 'E'].map((name) => step('ad', name));
    const underWay = new Set(ads.slice(0, 2));
    expect(openSteps(ads, 4, underWay).map(({ name }) => name)).toEqual(['C', 'D']);
    expect(openSteps(ads, 2, underWay)).toEqual([]);
    expect(openSteps(ads, 1, underWay)).toEqual([]);
  });

  it('counts a step that has just ended until its place is free', () => {
    const [done, next] = [step('ad_group', 'G', 'done'), step('ad', 'A')];
    expect(openSteps([done, next], 4, new Set([done]))).toEqual([]);
    expect(openSteps([done, next], 4)).toEqual([next]);
  });

  it('takes nothing beside a step that runs alone', () => {
    const [campaign, group] = [step('campaign', 'C'), step('ad_group', 'G')];
    expect(openSteps([campaign, group], 4, new Set([campaign]))).toEqual([]);
  });

  it('waits for one kind of step before the next', () => {
    expect(names([step('ad_group', 'G', 'waiting'), step('ad', 'A')])).toEqual(['G']);
    // Launches of an earlier version have their ads right behind their ad group.
    const mixed = [step('ad', 'A'), step('ad_group', 'G'), step('ad', 'B')];
    expect(names(mixed)).toEqual(['A']);
  });

  it('takes every other kind of step alone', () => {
    expect(names([step('campaign', 'C'), step('ad_group', 'G')])).toEqual(['C']);
    expect(names([step('enable_ads', 'ads'), step('enable_ad_groups', 'groups')])).toEqual(['ads']);
    expect(names([])).toEqual([]);
  });
});
