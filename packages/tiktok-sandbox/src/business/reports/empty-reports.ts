import { wordsOf } from '../wire/words.js';
import type { REPORT_TYPES } from './dimensions.js';

type ReportType = (typeof REPORT_TYPES)[number];

/** Reports that have rows in the sandbox; the others are always empty. */
export type FilledReport = 'BASIC' | 'AUDIENCE';

export function isFilled(type: ReportType): type is FilledReport {
  return type === 'BASIC' || type === 'AUDIENCE';
}

/** Dimensions of catalogs, playables and shops. */
const DIMENSIONS = new Set(
  wordsOf('catalog_id product_set_id product_id sku_id playable_id store_id item_group_id'),
);

/** Metrics that only such reports have. Source: TikTok's page on catalog reports; Business corrections §2d for taxes. */
const METRICS = new Set(
  wordsOf('product_set_name product_name product_image placement tax_spend cashback_coupon_spend'),
);

export function isDimensionOfEmpty(name: string): boolean {
  return DIMENSIONS.has(name);
}

export function isMetricOfEmpty(name: string): boolean {
  return METRICS.has(name);
}
