export type ReviewVerdict = 'approved' | 'rejected' | 'pending';

// A status may contain a shorter one: AUDIT_DENY contains AUDIT. The first match in this order counts.
const VERDICTS: readonly [part: RegExp, verdict: ReviewVerdict][] = [
  [/AUDIT_DENY|REVIEW_REJECTED|TRANSCODING_FAIL|NO_DELIVERY|STATUS_DELETE|PUNISH/, 'rejected'],
  [/CONTRACT_PENDING/, 'pending'],
  [/PARTIAL_AUDIT|REVIEW_PARTIALLY_APPROVED/, 'approved'],
  [/ADVERTISER_AUDIT/, 'pending'],
  [/AUDIT|PROCESS_AUDIO|PRE_ONLINE/, 'pending'],
];

/** Reads the state of the review from an ad's `secondary_status`. Without one, TikTok has not begun. */
export function verdictOf(secondaryStatus: string | null): ReviewVerdict {
  if (secondaryStatus === null) return 'pending';
  return VERDICTS.find(([part]) => part.test(secondaryStatus))?.[1] ?? 'approved';
}
