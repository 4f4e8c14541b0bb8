import { currencyDecimals, currencyRatio } from '../advertisers/currencies.js';
import type { Ad } from '../ads/ad-objects.js';
import type { World } from '../../world.js';
import { DAY_MS, localDay, startOfDay } from './advertiser-day.js';
import { dayRates } from './day-rates.js';
import { deliveredBudget } from './delivered-budget.js';
import { FIGURE_NAMES, type FigureName, type Figures, noFigures, resultFigure } from './figure-names.js';
import type { Restatement } from './report-task.js';
import { settledShare } from './settling.js';

const MONEY: ReadonlySet<FigureName> = new Set(['spend', 'purchaseValue']);

/**
 * What one ad did from `from` until `to` (ms), as far as it is known now. Figures of parts add up to those
 * of the whole, because each is the difference of two running totals.
 */
export function figuresOf(world: World, ad: Ad, from: number, to: number): Figures {
  const sum = noFigures();
  const { tables } = world.business;
  const advertiser = tables.advertisers.get(ad.advertiserId);
  const group = tables.adgroups.get(ad.adgroupId);
  const first = ad.delivery[0]?.from;
  if (!advertiser || !group || first === undefined) return sum;
  const now = world.clock.now();
  const known = now - world.settings.business.reportDelayMinutes * 60_000;
  const end = Math.min(to, known);
  const scale = 10 ** currencyDecimals(advertiser.currency);
  const unit = currencyRatio(advertiser.currency);
  const restatements = tables.restatements.of(advertiser.id);
  for (let day = startOfDay(advertiser, Math.max(from, first)); day < end; day += DAY_MS) {
    const before = deliveredBudget(ad, group, day, Math.max(from, day));
    const after = deliveredBudget(ad, group, day, Math.min(end, day + DAY_MS));
    if (after <= before) continue;
    sum.days += 1;
    const name = localDay(advertiser, day);
    const rates = dayRates(ad.seedName, name, unit);
    for (const figure of FIGURE_NAMES) {
      const precision = MONEY.has(figure) ? scale : 1;
      const rate =
        rates[figure] *
        precision *
        settledShare(figure, ad.seedName, day, now, world.settings.business.attributionDays) *
        restated(restatements, ad.id, name, figure);
      sum[figure] += (Math.floor(rate * after) - Math.floor(rate * before)) / precision;
    }
  }
  sum.result = sum[resultFigure(group.fields['optimization_goal'])];
  return sum;
}

/** What control calls have made of a figure. */
function restated(rows: readonly Restatement[], adId: string, day: string, figure: FigureName): number {
  return rows
    .filter((row) => row.adId === null || row.adId === adId)
    .filter((row) => row.day === null || row.day === day)
    .filter((row) => row.figures.length === 0 || row.figures.includes(figure))
    .reduce((factor, row) => factor * row.factor, 1);
}
