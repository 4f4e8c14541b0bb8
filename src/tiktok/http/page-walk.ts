/** A page of a list whose cursor is a time, newest first. As it came: nothing about it is certain. */
export interface TimePage {
  videos?: unknown;
  /** UTC milliseconds: what was posted before it comes next. */
  cursor?: unknown;
  has_more?: unknown;
}

/** Where a list goes on. `cut`: TikTok does not say that it is finished, and the page leads nowhere. */
export type NextPage = { kind: 'page'; cursor: string } | { kind: 'end' } | { kind: 'cut'; why: string };

// The last millisecond of the year 9999.
const LAST_TIME_MS = 253_402_300_799_999;

/**
 * Reads page after page until the list ends or is cut. The caller stores each page before the next one is read.
 * @param from the cursor to begin with; undefined for the newest page
 */
export async function* walkPages<Page extends TimePage>(
  read: (cursor: string | undefined) => Promise<Page>,
  from?: string,
): AsyncGenerator<{ page: Page; next: NextPage }> {
  for (let cursor = from; ;) {
    const page = await read(cursor);
    const next = nextPage(page, cursor);
    yield { page, next };
    if (next.kind !== 'page') return;
    cursor = next.cursor;
  }
}

/**
 * Tells a finished list from one that leads nowhere. A page that does not say whether there is more is followed as long
 * as its cursor leads on.
 * @param before the cursor of this page
 */
export function nextPage({ videos, cursor, has_more: hasMore }: TimePage, before?: string): NextPage {
  if (!Array.isArray(videos)) return { kind: 'cut', why: 'a page without a list of videos' };
  if (saysNo(hasMore)) return { kind: 'end' };
  const time = timeOf(cursor);
  if (time === undefined) return { kind: 'cut', why: 'more was announced with a cursor that is not a time' };
  // The list goes back in time. Any other cursor leads to pages that were read before, again and again.
  if (before !== undefined && time >= Number(before))
    return { kind: 'cut', why: 'more was announced with a cursor that does not lead on' };
  return { kind: 'page', cursor: String(time) };
}

function saysNo(hasMore: unknown): boolean {
  return hasMore === false || hasMore === 0 || hasMore === '0' || hasMore === 'false';
}

/** Zero is where every list begins. */
function timeOf(cursor: unknown): number | undefined {
  const isNumber = typeof cursor === 'number' || (typeof cursor === 'string' && /^\d{1,16}$/.test(cursor));
  const time = isNumber ? Number(cursor) : Number.NaN;
  return Number.isInteger(time) && time > 0 && time <= LAST_TIME_MS ? time : undefined;
}
