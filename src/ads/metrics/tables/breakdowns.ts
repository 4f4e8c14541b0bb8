import type { ReportQuery } from '../../../tiktok/index.js';
import { COUNTRY_EVENTS } from './event-metrics.js';
import { GROUPS, type Group } from './metric-groups.js';
import type { Step } from '../../reports/levels.js';

export const BREAKDOWN_NAMES = [
  'none',
  'country',
  'age',
  'gender',
  'language',
  'platform',
  'placement',
  'connection',
  'interest',
  'contextual_tag',
  'region',
  'dma',
] as const;

export type BreakdownName = (typeof BREAKDOWN_NAMES)[number];

/** What TikTok splits figures by, and what goes with it. */
export interface Breakdown {
  /** TikTok's dimension; null for none. */
  dimension: string | null;
  reportType: ReportQuery['reportType'];
  /** Metrics that go with it; null for all. */
  metrics: ReadonlySet<string> | null;
  steps: readonly Step[];
  /** True if TikTok completes its figures only 16 h after the day. Corrections §2d. */
  isSlow: boolean;
}

const COUNTED: readonly Group[] = [
  'core',
  'gross',
  'conversion',
  'realTimeConversion',
  'result',
  'realTimeResult',
  'video',
  'focusedView',
  'social',
  'landingPage',
];
const DAYS: readonly Step[] = ['total', 'day'];

/** `billed_cost` is in no table of TikTok's about breakdowns. */
function metricsOf(groups: readonly Group[], more: readonly string[] = []): ReadonlySet<string> {
  const names = groups.flatMap((group): readonly string[] => GROUPS[group]);
  return new Set([...names, ...more].filter((name) => name !== 'billed_cost'));
}

// TikTok does not count users within a segment: no reach, no frequency.
const audience = (dimension: string, isSlow = true): Breakdown => ({
  dimension,
  reportType: 'AUDIENCE',
  metrics: metricsOf(COUNTED),
  steps: DAYS,
  isSlow,
});

/**
 * Sources: business reference §7 for the dimensions; corrections §2d for freshness and for what goes with a country;
 * TikTok's pages 1759239462689793 and 1762404685488130 for the metrics.
 */
const BREAKDOWNS: Readonly<Record<BreakdownName, Breakdown>> = {
  none: {
    dimension: null,
    reportType: 'BASIC',
    metrics: null,
    steps: ['total', 'day', 'hour'],
    isSlow: false,
  },
  country: {
    dimension: 'country_code',
    reportType: 'BASIC',
    metrics: metricsOf(COUNTED, [...COUNTRY_EVENTS, 'reach', 'frequency']),
    steps: DAYS,
    isSlow: false,
  },
  age: audience('age'),
  gender: audience('gender'),
  language: audience('language'),
  platform: audience('platform'),
  placement: audience('placement', false),
  connection: audience('ac'),
  interest: audience('interest_category'),
  contextual_tag: audience('contextual_tag'),
  region: audience('province_id'),
  dma: audience('dma_id'),
};

export function breakdownOf(name: BreakdownName): Breakdown {
  return BREAKDOWNS[name];
}
