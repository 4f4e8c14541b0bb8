import type { Ad } from '../ads/ad-objects.js';
import type { Advertiser } from '../advertisers/advertiser.js';
import type { World } from '../../world.js';
import { attributeOf, type RowSubject } from './attributes.js';
import { breakDown } from './breakdown.js';
import { addFigures, type Figures, noFigures } from './figure-names.js';
import { figuresOf } from './figures.js';
import { metricText, NOT_APPLICABLE } from './metric-text.js';
import { isCost, metricNamed } from './metrics.js';
import type { ReportFilter } from './report-filter.js';
import type { ReportQuery } from './report-query.js';
import { timeBuckets } from './time-buckets.js';

export interface ReportRow {
  readonly dimensions: Record<string, string>;
  readonly metrics: Record<string, string>;
}

/** Ads that one row of the report stands for. */
interface Group {
  readonly subject: RowSubject;
  readonly ids: Record<string, string>;
  readonly ads: Ad[];
}

/** All rows of a report, in the order of their creation; also what they add up to. */
export function reportRows(
  world: World,
  query: ReportQuery,
  filter: ReportFilter,
  adsOf: (advertiser: Advertiser) => readonly Ad[],
): { rows: ReportRow[]; total: Figures } {
  const rows: ReportRow[] = [];
  const total = noFigures();
  // Rows by id alone also show who had no delivery.
  const showsIdle = query.ids.length > 0 && query.time === null && query.breakdowns.length === 0;
  for (const advertiser of query.advertisers)
    for (const group of groupAds(
      query,
      advertiser,
      adsOf(advertiser).filter((ad) => filter.ad(ad)),
    ))
      for (const bucket of timeBuckets(query, advertiser, world.clock.now())) {
        const sum = noFigures();
        for (const ad of group.ads) addFigures(sum, figuresOf(world, ad, bucket.from, bucket.to));
        addFigures(total, sum);
        if (sum.impressions === 0 && sum.spend === 0 && !showsIdle) continue;
        for (const part of breakDown(sum, query.breakdowns, advertiser)) {
          const time = query.time !== null && bucket.label !== null ? { [query.time]: bucket.label } : {};
          const dimensions = { ...group.ids, ...time, ...part.values };
          const all = metricsOf(
            world,
            query,
            [...query.metrics, ...filter.metrics],
            group.subject,
            part.figures,
          );
          if (filter.row(all)) rows.push({ dimensions, metrics: all });
        }
      }
  return { rows, total };
}

function groupAds(query: ReportQuery, advertiser: Advertiser, ads: readonly Ad[]): Group[] {
  const groups = new Map<string, Group>();
  for (const ad of ads) {
    const ids = Object.fromEntries(query.ids.map((name) => [name, ID_OF[name]?.(ad) ?? '']));
    const key = JSON.stringify(ids);
    const group = groups.get(key);
    if (group) group.ads.push(ad);
    else groups.set(key, { ids, ads: [ad], subject: subjectOf(query, advertiser, ad) });
  }
  return [...groups.values()];
}

const ID_OF: Readonly<Record<string, (ad: Ad) => string>> = {
  advertiser_id: (ad) => ad.advertiserId,
  campaign_id: (ad) => ad.campaignId,
  adgroup_id: (ad) => ad.adgroupId,
  ad_id: (ad) => ad.id,
  ad_id_v2: (ad) => ad.smartPlusAdId ?? ad.id,
};

function subjectOf({ ids }: ReportQuery, advertiser: Advertiser, ad: Ad): RowSubject {
  if (ids.includes('ad_id') || ids.includes('ad_id_v2'))
    return { advertiser, campaignId: ad.campaignId, adgroupId: ad.adgroupId, ad };
  if (ids.includes('adgroup_id')) return { advertiser, campaignId: ad.campaignId, adgroupId: ad.adgroupId };
  return ids.includes('campaign_id') ? { advertiser, campaignId: ad.campaignId } : { advertiser };
}

/** With several advertisers, rows also name currency and zone; without an id, sums of money mean nothing. */
export function metricsOf(
  world: World,
  { isMulti, ids }: ReportQuery,
  names: readonly string[],
  subject: RowSubject,
  figures: Figures,
): Record<string, string> {
  const isMixed = isMulti && ids.length === 0;
  const style = world.settings.business.reportDecimals;
  const all = isMulti ? [...names, 'currency', 'timezone', 'advertiser_id'] : names;
  return Object.fromEntries(
    all.map((name) => {
      const metric = metricNamed(name);
      if (!metric) return [name, isMixed ? '0' : attributeOf(world.business, subject, name)];
      if (isMixed && isCost(name)) return [name, NOT_APPLICABLE];
      return [name, metricText(metric, figures, style, isMulti)];
    }),
  );
}
