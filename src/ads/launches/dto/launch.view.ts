import type { AdFamily } from '../../../tiktok/index.js';
import type { AdLaunch } from '../ad-launch.entity.js';
import type { LoadedLaunch } from '../launch-store.js';
import { LAUNCH_STATUSES, type LaunchStatus, type StepKind, type StepStatus } from '../launch-states.js';
import type { KeptObject, LaunchStep } from '../launch-step.entity.js';

/** An amount in the currency of the ad account. */
export class LaunchMoneyView {
  /** @example "62.50" */
  amount: string;

  /** @example USD */
  currency: string;
}

/** Why TikTok does not show an ad. */
export class RejectedAdView {
  /** @example "1800000000000001" */
  adId: string;

  reasons: string[];
}

/** An object of the launch that a user stopped, so that the launch did not enable it. */
export class KeptObjectView {
  /** @example "1800000000000000001" */
  id: string;

  name: string | null;

  /** What became of it. Deleted is final. */
  status: 'paused' | 'deleted';

  /** Who stopped it. */
  by: 'user' | 'kill_switch' | 'ads_manager';

  /** The user, if one is known. */
  userId: string | null;

  /** @format date-time */
  at: string;
}

export class LaunchStepView {
  /** @example "ad:0.1" */
  key: string;

  /** What the step does. */
  kind: StepKind;

  /** @example "Create the ad “A”" */
  name: string;

  /** How far the step is. `skipped`: there was nothing to do. */
  status: StepStatus;

  /** TikTok's id of what the step created. Everything that exists is paused until the launch is enabling. */
  objectId: string | null;

  /** What it waits for, or why it failed. */
  message: string | null;

  updatedAt: Date;
}

/** How the kill switch stopped a launch. */
export class StoppedByKillSwitchView {
  /** What the user gave. */
  reason: string;

  /** @format date-time */
  at: string;
}

/** A launch without its steps. */
export class LaunchSummaryView {
  /** @format uuid */
  launchId: string;

  /** @example "7400000000000000001" */
  accountId: string;

  name: string;

  /**
   * How far the launch is. `partly_live`: some ads or ad groups are not enabled. `ready`: the campaign was left paused, as the
   * launch asked for.
   */
  status: (typeof LAUNCH_STATUSES)[number];

  /** What the status means, and what to do. */
  statusText: string;

  /** How TikTok manages the campaign: `us_plus` is Upgraded Smart+. */
  family: AdFamily;

  /** The most that one day may cost. */
  largestDailySpend: LaunchMoneyView;

  requestedBy: string;

  reason: string | null;

  approvedBy: string | null;

  /** A stable code, if the launch failed or was stopped. `pause_unconfirmed`: its campaign may still run. */
  failCode: string | null;

  failReason: string | null;

  /** The kill switch that stopped the launch, also if something failed afterwards, such as a pause. */
  killSwitch: StoppedByKillSwitchView | null;

  createdAt: Date;

  updatedAt: Date;

  finishedAt: Date | null;
}

export class LaunchView extends LaunchSummaryView {
  /** TikTok's id of the campaign, as soon as it exists. */
  campaignId: string | null;

  /** Finished steps of all steps, e.g. 4 of 11. */
  stepsDone: number;

  plan: LaunchStepView[];

  /** Ads that TikTok rejected. They stay paused. */
  rejectedAds: RejectedAdView[];

  /** Ads that TikTok had not reviewed by the deadline. They stay paused; enable them once they are approved. */
  unreviewedAds: string[];

  /** What users paused or deleted meanwhile. It stays so. */
  keptObjects: KeptObjectView[];
}

const STATUS_TEXTS: Record<LaunchStatus, string> = {
  planned: 'Checks the ad account next. Nothing exists at TikTok yet.',
  awaiting_approval: 'Waits for another user to approve it. Nothing exists at TikTok yet.',
  uploading: 'Uploads the creatives to TikTok.',
  creating: 'Creates the campaign, its ad groups and ads. All of them are paused.',
  in_review: 'TikTok reviews the ads. Everything is paused.',
  enabling: 'Enables the ads, then their ad groups, the campaign last.',
  live: 'The campaign is enabled.',
  partly_live: 'The campaign is enabled. Some of its ads or ad groups are not; the plan gives the reasons.',
  ready: 'The campaign is paused, as asked for. Enable it with POST /api/ads/status to start the delivery.',
  failed:
    'Stopped. What exists at TikTok is listed in the plan. Fix the cause, then resume or cancel the launch.',
  cancelled: 'Cancelled. What exists at TikTok is listed in the plan and paused.',
};

export function toLaunchSummary(launch: AdLaunch): LaunchSummaryView {
  const { id, accountId, name, status, family, dailySpend, requestedBy, reason, approvedBy } = launch;
  const { killSwitch, createdAt, updatedAt, finishedAt } = launch;
  return {
    launchId: id,
    accountId,
    name,
    status,
    statusText: STATUS_TEXTS[status],
    family,
    largestDailySpend: dailySpend,
    requestedBy,
    reason,
    approvedBy,
    ...failureOf(launch),
    killSwitch,
    createdAt,
    updatedAt,
    finishedAt,
  };
}

/** The kill switch is the reason again once what failed after it has been made good. */
function failureOf({
  failCode,
  failReason,
  killSwitch,
}: AdLaunch): Pick<LaunchSummaryView, 'failCode' | 'failReason'> {
  if (failCode !== null || killSwitch === null) return { failCode, failReason };
  return { failCode: 'kill_switch', failReason: killSwitchText(killSwitch.reason) };
}

export function killSwitchText(reason: string): string {
  return `The kill switch stopped it: ${reason}`;
}

export function toLaunchView({ launch, steps }: LoadedLaunch): LaunchView {
  const review = steps.find(({ kind }) => kind === 'review')?.detail?.review ?? {};
  return {
    ...toLaunchSummary(launch),
    campaignId: steps.find(({ kind }) => kind === 'campaign')?.objectId ?? null,
    stepsDone: steps.filter(({ status }) => status === 'done' || status === 'skipped').length,
    plan: steps.map(toStepView),
    rejectedAds: Object.entries(review).flatMap(([adId, { verdict, reasons }]) =>
      verdict === 'rejected' ? [{ adId, reasons }] : [],
    ),
    unreviewedAds: Object.keys(review).filter((id) => review[id]?.verdict === 'pending'),
    keptObjects: steps.flatMap(({ detail }) => Object.entries(detail?.kept ?? {}).map(toKeptView)),
  };
}

function toKeptView([id, { status, ...kept }]: [string, KeptObject]): KeptObjectView {
  return { id, ...kept, status: status === 'DELETE' ? 'deleted' : 'paused' };
}

export function toStepView(step: LaunchStep): LaunchStepView {
  const { key, kind, name, status, objectId, message, updatedAt } = step;
  return { key, kind, name, status, objectId, message, updatedAt };
}
