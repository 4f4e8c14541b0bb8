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

/** `days` counts ad days with delivery, which reach and frequency depend on. */
export type Figures = Record<FigureName | 'days', number>;

/** Attributed to a day for days after it. */
export const ATTRIBUTED: ReadonlySet<FigureName> = new Set([
  'conversion',
  'completePayment',
  'purchaseValue',
]);

export function noFigures(): Figures {
  const figures = { days: 0 } as Figures;
  for (const name of FIGURE_NAMES) figures[name] = 0;
  return figures;
}

export function addFigures(sum: Figures, other: Figures): Figures {
  for (const name of FIGURE_NAMES) sum[name] += other[name];
  // The same days are not counted again for each ad.
  sum.days = Math.max(sum.days, other.days);
  return sum;
}
