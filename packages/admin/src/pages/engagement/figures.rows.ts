import type { CountsView, ProfileHistoryView, SummaryView } from 'tiktok-connector-client';
import type { DayOfFigures, Line } from '../../ui/line-figures.js';
import type { Counter, FiguresSearch } from './engagement.search.js';
import { MOST_LINES } from './use-figures.js';

export interface Series {
  lines: Line[];
  days: DayOfFigures[];
}

type Point = SummaryView['overall'][number] | SummaryView['accounts'][number]['points'][number];

/** The lines of one counter: of all accounts together, or of those that gained the most. */
export function counterSeries(
  summary: SummaryView,
  counter: Counter,
  { by, show }: Pick<FiguresSearch, 'by' | 'show'>,
  names: { together: string; of: (integrationId: string) => string },
): Series {
  const valueOf = (point: Point) => (show === 'gained' ? point.delta : point.total)?.[counter] ?? null;
  if (by === 'together')
    return {
      lines: [{ key: 'together', label: names.together }],
      days: summary.overall.map((point) => ({ at: point.from, values: { together: valueOf(point) } })),
    };
  const shown = summary.accounts
    .toSorted((a, b) => (gained(b.points, counter) ?? -1) - (gained(a.points, counter) ?? -1))
    .slice(0, MOST_LINES);
  return {
    lines: shown.map(({ integrationId }) => ({ key: integrationId, label: names.of(integrationId) })),
    days: summary.overall.map(({ from }, index) => ({
      at: from,
      values: Object.fromEntries(
        shown.map(({ integrationId, points }) => {
          const point = points[index];
          return [integrationId, point ? valueOf(point) : null];
        }),
      ),
    })),
  };
}

export function followerSeries(
  histories: readonly ProfileHistoryView[],
  nameOf: (integrationId: string) => string,
): Series {
  const days = new Map<string, Record<string, number | null>>();
  for (const { integrationId, days: own } of histories)
    for (const { day, reading } of own)
      days.set(day, { ...days.get(day), [integrationId]: reading?.followers ?? null });
  return {
    lines: histories.map(({ integrationId }) => ({ key: integrationId, label: nameOf(integrationId) })),
    days: [...days].toSorted(([a], [b]) => a.localeCompare(b)).map(([day, values]) => ({ at: day, values })),
  };
}

/** What was gained in a period. A gain counts at the later reading, so gaps lose nothing. Null: nothing was read twice. */
export function gained(points: readonly { delta: CountsView | null }[], counter: Counter): number | null {
  return sum(points.map(({ delta }) => delta?.[counter] ?? null).filter((value) => value !== null));
}

/** The last known total of a period. */
export function latestTotal(
  points: readonly { total: CountsView | null }[],
  counter: Counter,
): number | null {
  return points.findLast(({ total }) => (total?.[counter] ?? null) !== null)?.total?.[counter] ?? null;
}

export interface FollowersNow {
  followers: number | null;
  gained: number | null;
  capturedAt: string | null;
}

/** The followers of all accounts at their last readings. Null if one account was not read: the sum would be too small. */
export function followersNow(histories: readonly ProfileHistoryView[]): FollowersNow {
  const read = histories.map(({ days }) =>
    days.flatMap(({ reading }) =>
      reading === null || reading.followers === null
        ? []
        : [{ followers: reading.followers, capturedAt: reading.capturedAt }],
    ),
  );
  if (read.length === 0 || read.some((readings) => readings.length === 0))
    return { followers: null, gained: null, capturedAt: null };
  const first = read.map((readings) => readings[0]?.followers ?? 0);
  const last = read.flatMap((readings) => readings.slice(-1));
  const followers = sum(last.map((reading) => reading.followers));
  return {
    followers,
    gained:
      followers === null || read.some(({ length }) => length < 2) ? null : followers - (sum(first) ?? 0),
    capturedAt: last.map(({ capturedAt }) => capturedAt).toSorted()[0] ?? null,
  };
}

function sum(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((total, value) => total + value, 0);
}
