// How long an event waits for what it is about.
const HOUR_SECONDS = 3_600;
// A sync, or the creator who makes a video public, may take so long.
const VIDEO_PATIENCE_SECONDS = 48 * HOUR_SECONDS;
// What is on its way into the database is there within seconds; after a failure of it, within minutes.
const COMMIT_PATIENCE_SECONDS = HOUR_SECONDS;

const SHORTEST_PAUSE_SECONDS = 2;
const LONGEST_PAUSE_SECONDS = 30 * 60;

/** What an event is about and is not known here: TikTok may be faster than we are. */
export type Missing = 'video' | 'publication' | 'account';

const PATIENCE: Record<Missing, number> = {
  video: VIDEO_PATIENCE_SECONDS,
  publication: COMMIT_PATIENCE_SECONDS,
  account: COMMIT_PATIENCE_SECONDS,
};

export const MISSING_REASONS: Record<Missing, string> = {
  video: 'No connected account is known to show this video.',
  publication: 'No publication with this publish_id is known.',
  account: 'The TikTok account is not connected.',
};

/**
 * When to look again for what is missing: soon at first, then less and less often.
 * @returns seconds, or undefined when it is not waited for any longer
 */
export function lookAgainIn(missing: Missing, receivedAt: Date, now: Date): number | undefined {
  const age = Math.max(0, (now.getTime() - receivedAt.getTime()) / 1000);
  if (age >= PATIENCE[missing]) return undefined;
  return Math.min(Math.max(Math.round(age / 4), SHORTEST_PAUSE_SECONDS), LONGEST_PAUSE_SECONDS);
}
