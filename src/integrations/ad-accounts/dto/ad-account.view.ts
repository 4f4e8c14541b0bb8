import type { AdAccount } from '../ad-account.entity.js';

export class AdAccountView {
  /**
   * TikTok's id as text, because 19 digits do not fit a JavaScript number.
   * @example "7400000000000000002"
   */
  advertiserId: string;

  /** @format uuid */
  integrationId: string;

  name: string | null;

  /** @example USD */
  currency: string | null;

  /** @example America/New_York */
  timeZone: string | null;

  /** @example STATUS_ENABLE */
  status: string | null;

  /** False if TikTok no longer grants access to the ad account. */
  accessible: boolean;

  refreshedAt: Date;
}

export function toAdAccountView(row: AdAccount): AdAccountView {
  const { advertiserId, integrationId, name, currency, timeZone, status, accessible, refreshedAt } = row;
  return { advertiserId, integrationId, name, currency, timeZone, status, accessible, refreshedAt };
}
