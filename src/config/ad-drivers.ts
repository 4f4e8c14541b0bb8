import { z } from 'zod';
import { list } from './setting-kinds.js';

/** The two families of TikTok's endpoints that create ads: Upgraded Smart+, and manual campaigns. */
export const AD_DRIVERS = ['us_plus', 'manual'] as const;
export type AdDriver = (typeof AD_DRIVERS)[number];

/** A way to create campaigns of an objective. */
export interface DriverRow {
  objective: string;
  driver: AdDriver;
  /** The first moment at which TikTok refuses to create them. Null: no end is known. */
  until: Date | null;
}

// Business reference, corrections §1. The official page ends every manual create; one vendor limits that to the first four.
const DEFAULT = [
  'WEB_CONVERSIONS=us_plus/manual:2027-01-01',
  'LEAD_GENERATION=us_plus/manual:2027-01-01',
  'APP_PROMOTION=us_plus/manual:2027-01-01',
  'PRODUCT_SALES=manual:2027-01-01',
  'TRAFFIC=manual:2027-01-01',
  'REACH=manual:2027-01-01',
  'VIDEO_VIEWS=manual:2027-01-01',
  'ENGAGEMENT=manual:2027-01-01',
];
const ITEM = /^([A-Z][A-Z_]*)=([a-z_:/\d-]+)$/;
const WAY = /^(us_plus|manual)(?::(\d{4}-\d{2}-\d{2}))?$/;
const MESSAGE =
  'must look like WEB_CONVERSIONS=us_plus/manual:2027-01-01: an objective, and its drivers in order of preference, each with ' +
  'the first day (UTC) on which TikTok refuses to create';

/** The table of objectives and drivers. Each item names an objective once. */
export const adDrivers = list
  .transform((items, context) => {
    const wrong = items.findIndex((item, at) => !rowsOf(item) || repeats(items.slice(0, at), item));
    if (wrong < 0) return new DriverTable(items);
    context.addIssue({ code: 'custom', message: `item ${wrong + 1} ${MESSAGE}` });
    return z.NEVER;
  })
  .default(() => new DriverTable(DEFAULT));

/** The rows, in order of preference. Its text is the setting. */
export class DriverTable {
  readonly rows: readonly DriverRow[];

  constructor(private readonly items: readonly string[]) {
    this.rows = items.flatMap((item) => rowsOf(item) ?? []);
  }

  toString(): string {
    return this.items.join(',');
  }
}

function rowsOf(item: string): DriverRow[] | undefined {
  const [, objective = '', ways = ''] = ITEM.exec(item) ?? [];
  const rows = ways.split('/').map((way) => rowOf(objective, way));
  return rows.every((row) => row !== undefined) ? rows : undefined;
}

function rowOf(objective: string, way: string): DriverRow | undefined {
  const [, driver, day] = WAY.exec(way) ?? [];
  const known = AD_DRIVERS.find((one) => one === driver);
  const until = day === undefined ? null : new Date(`${day}T00:00:00Z`);
  // 30 February is invalid, or another day.
  const isDay = until === null || (!Number.isNaN(+until) && until.toISOString().startsWith(day ?? ''));
  return known && isDay ? { objective, driver: known, until } : undefined;
}

function repeats(before: readonly string[], item: string): boolean {
  const objective = item.split('=')[0];
  return before.some((one) => one.split('=')[0] === objective);
}
