import type { Video } from '../videos/video.js';
import type { World } from '../world.js';
import type { OddMode } from './odd-mode.js';

/** A requested page: videos before a time (ms), newest first. */
export interface PageQuery {
  /** Names the list: its kind and its owner. */
  readonly list: string;
  readonly before: number;
  /** True without a cursor. */
  readonly isStart: boolean;
  readonly count: number;
  readonly fetch: (before: number, count: number) => readonly Video[];
}

export interface VideoPage {
  readonly videos: readonly Video[];
  readonly cursor: number;
  readonly hasMore: boolean;
  /** How often the list has been read. */
  readonly reading: number;
}

/** The page, made odd according to the setting `oddLists`. */
export function videoPage({ oddMode }: World, query: PageQuery): VideoPage {
  if (oddMode.isOn) return oddPage(oddMode, query);
  return pageOf(query.fetch(query.before, query.count + 1), query.count, 1);
}

function pageOf(found: readonly Video[], count: number, reading: number): VideoPage {
  const videos = found.slice(0, count);
  return { videos, cursor: videos.at(-1)?.createdAt ?? 0, hasMore: found.length > count, reading };
}

function oddPage(odd: OddMode, query: PageQuery): VideoPage {
  const { before, count, isStart, list } = query;
  const reading = odd.reading(list, isStart);
  const wanted = odd.has('short_pages') ? shortCount(odd, list, before, count) : count;
  const found = visible(odd, query, reading, wanted + 1);
  // Seeded videos have whole seconds, so none falls between this page and the empty one.
  const mayBeEmpty = !isStart && before % 1_000 === 0 && found.length > 0;
  if (mayBeEmpty && odd.has('empty_pages')) return { videos: [], cursor: before - 1, hasMore: true, reading };
  const last = odd.has('duplicate_videos') && !isStart && count > 1 ? lastOfPageBefore(query) : undefined;
  const isRepeated = last !== undefined && found.length > 0;
  const page = pageOf(found, isRepeated ? Math.min(wanted, count - 1) : wanted, reading);
  return isRepeated ? { ...page, videos: [last, ...page.videos] } : page;
}

/** A count from one to one less than requested. @param from where the page begins */
export function shortCount(odd: OddMode, list: string, from: number, count: number): number {
  return Math.max(1, Math.ceil(odd.draw('short', list, from) * (count - 1)));
}

function lastOfPageBefore({ before, fetch }: PageQuery): Video | undefined {
  const [last] = fetch(before + 2, 1);
  return last && last.createdAt >= before ? last : undefined;
}

/** As many as requested, without those that are gone. */
function visible(odd: OddMode, { before, fetch }: PageQuery, reading: number, wanted: number): Video[] {
  const videos: Video[] = [];
  let from = before;
  for (;;) {
    const batch = fetch(from, wanted);
    videos.push(...batch.filter(({ id }) => !isGone(odd, id, reading) && !isHidden(odd, id, reading)));
    const last = batch.at(-1);
    if (videos.length >= wanted || batch.length < wanted || !last) return videos.slice(0, wanted);
    from = last.createdAt;
  }
}

const SHARE = 0.2;

/** True if a video is gone, for good or in this reading. */
export function isGone(odd: OddMode, id: string, reading: number): boolean {
  if (reading < 2) return false;
  if (odd.has('videos_deleted') && odd.draw('deleted', id) < SHARE) return true;
  return odd.has('videos_reappear') && reading % 2 === 0 && odd.draw('reappear', id) < SHARE;
}

function isHidden(odd: OddMode, id: string, reading: number): boolean {
  return reading >= 2 && odd.has('videos_hidden') && odd.draw('hidden', id) < SHARE;
}
