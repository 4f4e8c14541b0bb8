/** A page of a list, newest first, whose cursor is a time. It is raw: any field may be missing or invalid. */
export interface TimePage {
  videos?: unknown;
  /** UTC milliseconds. The next page has what was posted before it. */
  cursor?: unknown;
  has_more?: unknown;
}

/** How a list continues. `cut`: TikTok does not say that the list ends, but there is no valid next page. */
export type NextPage = { kind: 'page'; cursor: string } | { kind: 'end' } | { kind: 'cut'; why: string };

// The last millisecond of the year 9999.
const LAST_TIME_MS = 253_402_300_799_999;

/**
 * Reads pages until the list ends or is cut. The caller stores each page before the next one is read.
 * @param from the cursor to start from; undefined for the newest page
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
 * Distinguishes the end of a list from a cut. If a page does not say whether there is more, its cursor decides.
 * @param before the cursor of this page
 */
export function nextPage({ videos, cursor, has_more: hasMore }: TimePage, before?: string): NextPage {
  if (!Array.isArray(videos)) return { kind: 'cut', why: 'a page without a list of videos' };
  if (saysNo(hasMore)) return { kind: 'end' };
  const time = timeOf(cursor);
  if (time === undefined) return { kind: 'cut', why: 'more was announced with a cursor that is not a time' };
  // The list goes back in time. Any other cursor would repeat pages forever.
  if (before !== undefined && time >= Number(before))
    return { kind: 'cut', why: 'more was announced with a cursor that does not advance' };
  return { kind: 'page', cursor: String(time) };
}

function saysNo(hasMore: unknown): boolean {
  return hasMore === false || hasMore === 0 || hasMore === '0' || hasMore === 'false';
}

/** Zero is the start of every list, so it is not a valid next cursor. */
function timeOf(cursor: unknown): number | undefined {
  const isNumber = typeof cursor === 'number' || (typeof cursor === 'string' && /^\d{1,16}$/.test(cursor));
  const time = isNumber ? Number(cursor) : Number.NaN;
  return Number.isInteger(time) && time > 0 && time <= LAST_TIME_MS ? time : undefined;
}
