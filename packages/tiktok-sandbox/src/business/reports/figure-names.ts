/** The figures that add up over ads and time; every metric is derived from these. */
export const FIGURE_NAMES = [
  'spend',
  'impressions',
  'clicks',
  'conversion',
  'completePayment',
  'purchaseValue',
  'landingPageViews',
  'videoPlays',
  'watched2s',
  'watched6s',
  'watched25',
  'watched50',
  'watched75',
  'watched100',
  'watchedSeconds',
  'likes',
  'comments',
  'shares',
  'follows',
  'profileVisits',
] as const;

export type FigureName = (typeof FIGURE_NAMES)[number];

/** What a metric may be derived from. `result` is the figure that the optimization goal counts. */
export type SummedName = FigureName | 'result';

/** `days` counts ad days with delivery, which reach and frequency depend on. */
export type Figures = Record<SummedName | 'days', number>;

export const SUMMED_NAMES: readonly SummedName[] = [...FIGURE_NAMES, 'result'];

const RESULTS: Readonly<Record<string, FigureName>> = {
  CLICK: 'clicks',
  TRAFFIC_LANDING_PAGE_VIEW: 'landingPageViews',
  REACH: 'impressions',
  SHOW: 'impressions',
  VIDEO_VIEW: 'watched2s',
  ENGAGED_VIEW: 'watched6s',
  ENGAGED_VIEW_FIFTEEN: 'watched100',
  FOLLOWERS: 'follows',
  PROFILE_VIEWS: 'profileVisits',
  PAGE_VISIT: 'profileVisits',
};

/** What counts as a result: the clicks of an ad that aims at clicks. */
export function resultFigure(optimizationGoal: unknown): FigureName {
  return RESULTS[String(optimizationGoal)] ?? 'conversion';
}

/** Attributed to a day for days after it. */
export const ATTRIBUTED: ReadonlySet<FigureName> = new Set([
  'conversion',
  'completePayment',
  'purchaseValue',
]);

export function noFigures(): Figures {
  const figures = { days: 0 } as Figures;
  for (const name of SUMMED_NAMES) figures[name] = 0;
  return figures;
}

export function addFigures(sum: Figures, other: Figures): Figures {
  for (const name of SUMMED_NAMES) sum[name] += other[name];
  // The same days are not counted again for each ad.
  sum.days = Math.max(sum.days, other.days);
  return sum;
}
