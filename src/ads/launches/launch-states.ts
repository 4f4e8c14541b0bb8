// The one state machine of launches. Steps run in their order; the status is the phase of the next step.
//
//   planned ──► uploading ──► creating ──► in_review ──► enabling ──► live | partly_live | ready
//      ▲            └────────────┴─────────────┴────────────┴──► failed ──resume──► planned
//   awaiting_approval ──approve──► planned          any of them ──cancel──► cancelled
//
// Everything is created paused. The campaign is enabled last, so nothing spends before the last step. A launch that leaves it
// paused ends as `ready`.

export const LAUNCH_STATUSES = [
  'planned',
  'awaiting_approval',
  'uploading',
  'creating',
  'in_review',
  'enabling',
  'live',
  'partly_live',
  'ready',
  'failed',
  'cancelled',
] as const;
export type LaunchStatus = (typeof LAUNCH_STATUSES)[number];

export const STEP_KINDS = [
  'check',
  'creative',
  'call_to_action',
  'campaign',
  'ad_group',
  'ad',
  'review',
  'enable_ads',
  'enable_ad_groups',
  'enable_campaign',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** `skipped`: there is nothing to do, for example because no ad passed the review. */
export const STEP_STATUSES = ['pending', 'waiting', 'done', 'failed', 'skipped'] as const;
export type StepStatus = (typeof STEP_STATUSES)[number];

/** The status of a launch while a step of this kind is next. */
export const PHASES: Record<StepKind, LaunchStatus> = {
  check: 'planned',
  creative: 'uploading',
  call_to_action: 'uploading',
  campaign: 'creating',
  ad_group: 'creating',
  ad: 'creating',
  review: 'in_review',
  enable_ads: 'enabling',
  enable_ad_groups: 'enabling',
  enable_campaign: 'enabling',
};

const OVER: ReadonlySet<LaunchStatus> = new Set(['live', 'partly_live', 'ready', 'failed', 'cancelled']);

/** True if no step follows, unless a failed launch is resumed. */
export function isOver(status: LaunchStatus): boolean {
  return OVER.has(status);
}

/** True if steps run. */
export function isRunning(status: LaunchStatus): boolean {
  return !isOver(status) && status !== 'awaiting_approval';
}
