import type { Ad } from '../../ads/ad-objects.js';
import { addFigures, type Figures, noFigures } from '../../reports/figure-names.js';
import { figuresOf } from '../../reports/figures.js';
import { metricText } from '../../reports/metric-text.js';
import { metricNamed } from '../../reports/metrics.js';
import { timeBuckets } from '../../reports/time-buckets.js';
import type { JsonObject } from '../../store/json-object.js';
import type { AdvertiserCall } from '../../wire/business-call.js';
import type { Params } from '../../wire/params.js';
import type { MaterialQuery } from './material-query.js';

const MAX_IDS = 100;

const ID_OF: Readonly<Record<string, (creative: Ad) => string>> = {
  campaign_id: ({ campaignId }) => campaignId,
  adgroup_id: ({ adgroupId }) => adgroupId,
  smart_plus_ad_id: ({ smartPlusAdId = '' }) => smartPlusAdId,
  main_material_id: ({ fields, materialId }) =>
    String(fields['video_id'] ?? fields['tiktok_item_id'] ?? materialId),
  main_material_type: ({ fields }) => (/CAROUSEL/.test(String(fields['ad_format'])) ? 'CAROUSEL' : 'VIDEO'),
};

/** Filters by what the sandbox does not count apart, such as single texts: nothing passes them. */
const NOT_COUNTED = ['ad_text_entity_ids', 'call_to_action_entity_ids', 'interactive_add_on_entity_ids'];

interface Row {
  readonly dimensions: JsonObject;
  readonly figures: Figures;
}

/** The rows of a material report in the order that was asked for, as on the wire. */
export function materialRows(call: AdvertiserCall, query: MaterialQuery): JsonObject[] {
  const { settings } = call;
  const sortBy = metricNamed(query.sortField);
  const value = ({ figures }: Row): number => sortBy?.read(figures) ?? 0;
  const direction = query.isAscending ? 1 : -1;
  return rowsOf(call, query)
    .toSorted((a, b) => direction * (value(a) - value(b)))
    .map(({ dimensions, figures }) => ({
      dimensions,
      metrics: Object.fromEntries(
        query.metrics.map((name) => {
          const metric = metricNamed(name);
          return [name, metric ? metricText(metric, figures, settings.reportDecimals, false) : '-'];
        }),
      ),
    }));
}

function rowsOf(call: AdvertiserCall, query: MaterialQuery): Row[] {
  const { world, advertiser, now } = call;
  const rows = new Map<string, Row>();
  for (const creative of chosenCreatives(call))
    for (const { from, to, label } of timeBuckets(query, advertiser, now)) {
      const figures = figuresOf(world, creative, from, to);
      if (figures.impressions === 0 && figures.spend === 0) continue;
      const ids = query.ids.map((name) => [name, ID_OF[name]?.(creative) ?? '']);
      const time = query.time === null || label === null ? [] : [[query.time, label]];
      const dimensions = Object.fromEntries([...ids, ...time]) as JsonObject;
      const key = JSON.stringify(dimensions);
      const row = rows.get(key) ?? { dimensions, figures: noFigures() };
      addFigures(row.figures, figures);
      rows.set(key, row);
    }
  return [...rows.values()];
}

function chosenCreatives({ params, tables, advertiser }: AdvertiserCall): Ad[] {
  const filtering = params.object('filtering');
  if (NOT_COUNTED.some((key) => filtering?.has(key))) return [];
  const tests = Object.entries(ID_OF).map(([name, read]) => idTest(filtering, `${name}s`, read));
  return tables.ads
    .of(advertiser.id)
    .filter((ad) => ad.smartPlusAdId !== undefined && tests.every((test) => test(ad)));
}

function idTest(filtering: Params | undefined, key: string, read: (creative: Ad) => string) {
  const ids = filtering?.texts(key, { max: MAX_IDS });
  return (creative: Ad): boolean => !ids || ids.includes(read(creative));
}
