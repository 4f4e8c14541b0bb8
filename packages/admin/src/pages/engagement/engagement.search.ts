import type { SearchSchemaInput } from '@tanstack/react-router';

export const COUNTERS = ['views', 'likes', 'comments', 'shares'] as const;
export type Counter = (typeof COUNTERS)[number];
export const FIGURES = [...COUNTERS, 'followers'] as const;
export type FigureName = (typeof FIGURES)[number];
export const PERIODS = [7, 28, 90, 365] as const;
export const SORTS = ['publishedAt', ...COUNTERS, 'growth'] as const;

/** What the figures are filtered by. It is in the address, so that a link and a reload keep it. */
export interface FiguresSearch {
  /** An integration's id; absent: all accounts. */
  account?: string;
  days: (typeof PERIODS)[number];
  figure: FigureName;
  by: 'together' | 'account';
  show: 'gained' | 'total';
}

export interface VideosSearch {
  account?: string;
  sort: (typeof SORTS)[number];
  text?: string;
}

/** Reads the address. Links may leave out what has a default. */
export function figuresSearch(raw: Partial<FiguresSearch> & SearchSchemaInput): FiguresSearch {
  return {
    ...account(raw),
    days: one(PERIODS, raw.days, 28),
    figure: one(FIGURES, raw.figure, 'views'),
    by: one(['together', 'account'], raw.by, 'together'),
    show: one(['gained', 'total'], raw.show, 'gained'),
  };
}

export function videosSearch(raw: Partial<VideosSearch> & SearchSchemaInput): VideosSearch {
  const { text } = raw;
  return {
    ...account(raw),
    sort: one(SORTS, raw.sort, 'views'),
    ...(typeof text === 'string' && text !== '' && { text }),
  };
}

function account(raw: { account?: unknown }): { account?: string } {
  return typeof raw.account === 'string' ? { account: raw.account } : {};
}

function one<const Choice>(choices: readonly Choice[], value: unknown, fallback: NoInfer<Choice>): Choice {
  return choices.find((choice) => choice === value) ?? fallback;
}

/** The days of a period that ends today, as the API takes them: days of UTC, both included. */
export function rangeOf(days: number, now = Date.now()): { from: string; to: string } {
  return { from: dayOf(now - (days - 1) * DAY_MS), to: dayOf(now) };
}

const DAY_MS = 86_400_000;

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
