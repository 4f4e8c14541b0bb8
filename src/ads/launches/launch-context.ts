import type { AdAccountRef } from '../../integrations/index.js';
import type { Claim } from '../../jobs/index.js';
import type { Actor } from '../writes/actor.js';
import type { AdLaunch } from './ad-launch.entity.js';
import type { LoadedLaunch } from './launch-store.js';
import type { LaunchStep } from './launch-step.entity.js';

/** What a step may use. */
export interface LaunchContext extends LoadedLaunch {
  account: AdAccountRef;
  claim: Claim;
}

export function stepOf({ steps }: LoadedLaunch, key: string): LaunchStep | undefined {
  return steps.find((step) => step.key === key);
}

/** @returns TikTok's id of what the step created. @throws if it has not run: the plan's order rules that out */
export function createdBy(loaded: LoadedLaunch, key: string): string {
  const id = stepOf(loaded, key)?.objectId;
  if (id === null || id === undefined) throw new Error(`the step ${key} has created nothing yet`);
  return id;
}

/** When a user last resumed the launch after a pause, which overrules earlier pauses. */
export function resumedAt({ steps }: LoadedLaunch): Date {
  const times = steps.flatMap(({ detail }) =>
    detail?.resumedAt === undefined ? [] : Date.parse(detail.resumedAt),
  );
  return new Date(Math.max(0, ...times));
}

/** The author of the changes of a step. A resumed step is an attempt of its own. */
export function actorOf(launch: AdLaunch, step: LaunchStep): Actor {
  const attempt = step.detail?.attempt ?? 0;
  return {
    kind: 'launch',
    id: launch.requestedBy,
    ...(launch.reason !== null && { reason: launch.reason }),
    launchId: launch.id,
    stepKey: attempt === 0 ? step.key : `${step.key}@${attempt}`,
  };
}
