import { firstOf } from '../../common/index.js';
import type { AdLevel } from '../../tiktok/index.js';
import { growingPause } from '../writes/growing-pause.js';
import type { StopWord } from '../writes/stop-words.js';
import type { KeptObject, LaunchStep } from './launch-step.entity.js';
import type { StepResult } from './step-result.js';

/** What became of one change of status. */
export interface Enabled {
  /** TikTok did not answer about some. */
  isUnknown: boolean;
  done: ReadonlySet<string>;
  /** By id, with TikTok's reason. */
  refused: Record<string, string>;
}

// About 40 min in all.
const MOST_UNANSWERED = 12;
const FIRST_PAUSE_SECONDS = 5;
const SHOWN_NAMES = 5;

/** Setting a status twice does no harm, so it is repeated after a lost answer, but not forever. */
export function unanswered({ detail }: LaunchStep, level: AdLevel): StepResult {
  const failures = (detail?.failures ?? 0) + 1;
  if (failures > MOST_UNANSWERED)
    return {
      kind: 'failed',
      code: 'tiktok_unreachable',
      message:
        `TikTok did not answer ${MOST_UNANSWERED} times. ` +
        (level === 'campaign' ? 'The campaign may be enabled: look in TikTok Ads Manager. ' : '') +
        'Resume the launch to try again.',
    };
  return {
    kind: 'waiting',
    seconds: growingPause(failures, FIRST_PAUSE_SECONDS),
    message: 'TikTok did not answer. The service sets the status again, which does no harm.',
    detail: { failures },
  };
}

/** @param ids what the launch wanted to enable */
export function enableResult(
  ids: readonly string[],
  { refused, kept: words }: { refused: Record<string, string>; kept: ReadonlyMap<string, StopWord> },
): StepResult {
  const kept = Object.fromEntries([...words].map(([id, word]) => [id, toKept(word)]));
  const detail = { refused, kept, failures: 0 };
  const message = words.size === 0 ? undefined : keptText([...words.values()]);
  if (ids.some((id) => !(id in refused) && !(id in kept)))
    return {
      kind: 'done',
      detail,
      ...(message !== undefined && { message: `${message} POST /api/ads/status enables what is paused.` }),
    };
  const [reason] = Object.values(refused);
  if (reason !== undefined) return { kind: 'failed', code: 'enable_refused', message: reason, detail };
  const isFinal = [...words.values()].every(({ status }) => status === 'DELETE');
  return {
    kind: 'failed',
    code: isFinal ? 'deleted_by_user' : 'paused_by_user',
    message: `${message ?? ''} ${isFinal ? 'Launch again.' : 'Resume the launch to enable it after all.'}`,
    detail,
  };
}

function toKept({ name, status, by, userId, at }: StopWord): KeptObject {
  return { name, status, by, userId, at: at.toISOString() };
}

function keptText(words: readonly StopWord[]): string {
  const stopped = words.map(({ id, name, status, by, userId, at }) => {
    const what = `${status === 'DELETE' ? 'deleted' : 'paused'} ${BY[by](userId)}`;
    return `“${name ?? id}” (${what}, ${at.toISOString()})`;
  });
  return `Not enabled: ${firstOf(stopped, SHOWN_NAMES)}.`;
}

const BY: Record<StopWord['by'], (userId: string | null) => string> = {
  user: (userId) => (userId === null ? 'by a user' : `by the user ${userId}`),
  kill_switch: (userId) => `by the kill switch${userId === null ? '' : ` of the user ${userId}`}`,
  ads_manager: () => 'in TikTok Ads Manager',
};
