import type { FixableBy } from '../../tiktok/index.js';
import { STATUS_ROWS, type ReviewVerdict, type Row } from './secondary-status.table.js';

export type { ReviewVerdict } from './secondary-status.table.js';

/** What a `secondary_status` means. */
export interface StatusExplanation {
  message: string;
  fix: string | null;
  fixableBy: FixableBy | null;
}

const LONGEST_FIRST = STATUS_ROWS.toSorted(([a], [b]) => b.length - a.length);
const UNKNOWN: StatusExplanation = { message: '', fix: null, fixableBy: null };

/** Explains TikTok's word. A word that we do not know is shown as it is. */
export function explainStatus(secondaryStatus: string | null): StatusExplanation | null {
  if (secondaryStatus === null) return null;
  const row = rowOf(secondaryStatus);
  if (!row) return { ...UNKNOWN, message: secondaryStatus };
  const [, , message, fix = null, fixableBy = null] = row;
  return { message, fix, fixableBy };
}

/** Reads the state of the review from an ad's word. Without one, TikTok has not begun. */
export function reviewVerdict(secondaryStatus: string | null): ReviewVerdict {
  if (secondaryStatus === null) return 'pending';
  return rowOf(secondaryStatus)?.[1] ?? 'approved';
}

function rowOf(secondaryStatus: string): Row | undefined {
  return LONGEST_FIRST.find(([key]) => secondaryStatus.includes(key));
}
