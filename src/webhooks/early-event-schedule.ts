const HOUR_SECONDS = 3_600;
// Time for a sync to see the video, or for the creator to make it public.
const VIDEO_WAIT_SECONDS = 48 * HOUR_SECONDS;
// A commit follows within seconds, or within minutes after a failure.
const COMMIT_WAIT_SECONDS = HOUR_SECONDS;

const MIN_PAUSE_SECONDS = 2;
const MAX_PAUSE_SECONDS = 30 * 60;

/** What an event refers to and is not known yet, because TikTok may be faster than us. */
export type Missing = 'video' | 'publication' | 'account';

const MAX_WAIT_SECONDS: Record<Missing, number> = {
  video: VIDEO_WAIT_SECONDS,
  publication: COMMIT_WAIT_SECONDS,
  account: COMMIT_WAIT_SECONDS,
};

export const MISSING_REASONS: Record<Missing, string> = {
  video: 'No connected account has this video.',
  publication: 'No publication has this publish_id.',
  account: 'The TikTok account is not connected.',
};

/**
 * The pause before the next check for the missing thing: short at first, then longer.
 * @returns seconds, or undefined when the wait is over
 */
export function secondsUntilRecheck(missing: Missing, receivedAt: Date, now: Date): number | undefined {
  const age = Math.max(0, (now.getTime() - receivedAt.getTime()) / 1000);
  if (age >= MAX_WAIT_SECONDS[missing]) return undefined;
  return Math.min(Math.max(Math.round(age / 4), MIN_PAUSE_SECONDS), MAX_PAUSE_SECONDS);
}
