import type { Step } from '../harness/crash-harness.js';
import type { ChangeStop, Phase } from '../harness/journal-stops.js';

const CHANGES = 'ad_changes';
const STEPS = 'ad_launch_steps';

type Row = NonNullable<ChangeStop['row']>;

/** The objects of a launch with two ad groups of two ads, in the order in which they are created. */
const CREATES: readonly [stepKey: string, level: string][] = [
  ['campaign', 'campaign'],
  ['ad_group:0', 'adgroup'],
  ['ad_group:1', 'adgroup'],
  ['ad:0.0', 'ad'],
  ['ad:0.1', 'ad'],
  ['ad:1.0', 'ad'],
  ['ad:1.1', 'ad'],
];

const ENABLES: readonly [stepKey: string, level: string, path: string][] = [
  ['enable_ads', 'ad', 'ad'],
  ['enable_ad_groups', 'ad_group', 'adgroup'],
  ['enable_campaign', 'campaign', 'campaign'],
];

export const call = (path: string, moment: 'request' | 'answer', after?: ChangeStop): Step => ({
  call: { path, moment },
  ...(after && { after }),
});

export const stepSaved = (phase: Phase, row: Row): Step => ({ change: [STEPS, 'status', phase, row] });

const changed = (field: string, phase: Phase, row: Row): Step => ({ change: [CHANGES, field, phase, row] });

/** Marked as sent, sent, received without an answer to us, saved, read back, and done: each rolled back, or committed. */
function creating([key, level]: (typeof CREATES)[number]): Step[] {
  const row = { step_key: key };
  const sent: ChangeStop = { relation: CHANGES, field: 'sent_at', phase: 'commit', row };
  return [
    changed('sent_at', 'before', row),
    changed('sent_at', 'commit', row),
    call(`/${level}/create/`, 'request', sent),
    call(`/${level}/create/`, 'answer', sent),
    changed('object_id', 'before', row),
    changed('object_id', 'commit', row),
    changed('after', 'before', row),
    changed('after', 'commit', row),
    stepSaved('before', { key }),
    stepSaved('commit', { key }),
  ];
}

function enabling([key, , path]: (typeof ENABLES)[number]): Step[] {
  return [
    call(`/${path}/status/update/`, 'request'),
    call(`/${path}/status/update/`, 'answer'),
    stepSaved('before', { key, status: 'done' }),
    stepSaved('commit', { key, status: 'done' }),
  ];
}

function enabled(phase: Phase): Step[] {
  // Not what a killed process had begun, which the settlement finishes.
  const row = { action: 'status', state: 'succeeded', adopted: false };
  return ENABLES.map(([, level]) => changed('state', phase, { ...row, level }));
}

/** From the first creative until the review has begun. */
export const UNTIL_REVIEW: readonly Step[] = [
  stepSaved('before', { kind: 'creative', status: 'done' }),
  stepSaved('commit', { kind: 'creative', status: 'done' }),
  ...CREATES.flatMap(creating),
  stepSaved('before', { key: 'review', status: 'waiting' }),
  stepSaved('commit', { key: 'review', status: 'waiting' }),
];

/** While TikTok reviews: only polls. */
export const IN_REVIEW: readonly Step[] = [call('/ad/get/', 'request'), call('/ad/get/', 'answer')];

export const ONCE_REVIEWED: readonly Step[] = [
  stepSaved('before', { key: 'review', status: 'done' }),
  stepSaved('commit', { key: 'review', status: 'done' }),
  ...ENABLES.flatMap(enabling),
];

/**
 * Ways to be killed once TikTok has enabled objects, besides the loss of its answer. A launch passes one of them at each
 * level: after it, the service finds the objects enabled, and sends nothing. So each needs a launch of its own.
 */
export const WHILE_ENABLING: readonly (readonly Step[])[] = [enabled('before'), enabled('commit')];
