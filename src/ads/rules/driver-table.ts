import type { AdDriver, DriverRow } from '../../config/index.js';

/** What an ad account may do. Null: not known yet, and not ruled out. */
export interface AccountAbilities {
  /** TikTok has opened the writes of Upgraded Smart+ for the account. */
  usPlusWrites?: boolean | null;
}

/** The driver of an objective, or why there is none. */
export type DriverChoice =
  | { driver: AdDriver }
  | {
      driver: null;
      reason: 'objective_unknown' | 'objective_create_ended' | 'us_plus_not_allowed';
      message: string;
      /** An objective that can be created instead. */
      alternative?: string;
    };

// Cookbook, "Which family for which objective": a catalog is sold with web conversions.
const ALTERNATIVES: Record<string, { objective: string; how: string }> = {
  PRODUCT_SALES: {
    objective: 'WEB_CONVERSIONS',
    how: 'Create a WEB_CONVERSIONS campaign with "catalogEnabled": true instead; products of TikTok Shop need GMV Max in Ads Manager.',
  },
  TRAFFIC: {
    objective: 'WEB_CONVERSIONS',
    how: 'Create a WEB_CONVERSIONS campaign with the goal TRAFFIC_LANDING_PAGE_VIEW or CLICK instead.',
  },
};
const BY_HAND = 'Create it in TikTok Ads Manager instead; the service can still read, pause and measure it.';

/** Chooses how to create a campaign of the objective, in the order of preference of the table. */
export function driverFor(
  rows: readonly DriverRow[],
  objective: string,
  at: Date,
  { usPlusWrites }: AccountAbilities = {},
): DriverChoice {
  const ways = rows.filter((row) => row.objective === objective);
  if (ways.length === 0) return unknown(rows, objective);
  const open = ways.filter(({ until }) => until === null || at < until);
  const usable = open.find(({ driver }) => driver !== 'us_plus' || usPlusWrites !== false);
  if (usable) return { driver: usable.driver };
  return open.length > 0 ? notAllowed(objective) : ended(rows, objective, ways, at);
}

function unknown(rows: readonly DriverRow[], objective: string): DriverChoice {
  const known = [...new Set(rows.map((row) => row.objective))].join(', ');
  const message = `The service cannot create campaigns with the objective ${objective}. Use one of ${known}.`;
  return { driver: null, reason: 'objective_unknown', message };
}

function notAllowed(objective: string): DriverChoice {
  const message =
    `TikTok creates ${objective} campaigns through Upgraded Smart+ only, which it has not opened for this ad account. Ask your ` +
    'TikTok representative to add the account to the allowlist.';
  return { driver: null, reason: 'us_plus_not_allowed', message };
}

function ended(
  rows: readonly DriverRow[],
  objective: string,
  ways: readonly DriverRow[],
  at: Date,
): DriverChoice {
  const last = new Date(Math.max(...ways.map(({ until }) => +(until ?? 0))));
  const day = last.toISOString().slice(0, 10);
  const instead = ALTERNATIVES[objective];
  const works = instead && driverFor(rows, instead.objective, at).driver !== null;
  return {
    driver: null,
    reason: 'objective_create_ended',
    message:
      `TikTok creates no ${objective} campaigns through its API since ${day} (UTC). ` +
      (works ? instead.how : BY_HAND),
    ...(works && { alternative: instead.objective }),
  };
}
