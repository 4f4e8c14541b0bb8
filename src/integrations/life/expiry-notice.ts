import type { AffectedWork, NewNotification } from '../../notifications/index.js';
import type { Integration } from '../integration.entity.js';

/** One notification for each time that an integration expires. */
export function expiryKey({ id, expiredAt }: Integration): string {
  return `integration_expired:${id}:${expiredAt?.toISOString() ?? ''}`;
}

export function expiryNotice(integration: Integration, affected: AffectedWork[]): NewNotification {
  const name = integration.displayName ?? integration.username ?? 'a TikTok account';
  return {
    kind: 'integration_expired',
    severity: 'critical',
    title: `The connection to ${name} on TikTok has ended.`,
    detail:
      `TikTok says: ${integration.statusReason ?? 'no reason'}. Nothing is published or synced for this account until ` +
      `somebody connects it again; then work goes on where it stopped.`,
    subject: { type: 'integration', id: integration.id },
    affected,
    actionUrl: '/api/upstream/call/tiktok-provider/get-auth-url',
    dedupeKey: expiryKey(integration),
  };
}

const DAY_MS = 24 * 60 * 60_000;
const HORIZONS_DAYS = [1, 7, 30];

/** The nearest horizon that the end of the refresh token has passed, in days. */
export function passedHorizon(refreshExpiresAt: Date, now: Date): number | undefined {
  const daysLeft = (refreshExpiresAt.getTime() - now.getTime()) / DAY_MS;
  return HORIZONS_DAYS.find((days) => daysLeft <= days);
}

/** TikTok's consent ends for good on a day that no refresh moves: people must connect again before. */
export function horizonNotice(
  integration: Integration,
  refreshExpiresAt: Date,
  days: number,
): NewNotification {
  const name = integration.displayName ?? integration.username ?? 'a TikTok account';
  const date = refreshExpiresAt.toISOString().slice(0, 10);
  return {
    kind: 'refresh_horizon',
    severity: days === 1 ? 'critical' : 'warning',
    title: `The connection to ${name} on TikTok ends on ${date}.`,
    detail: `TikTok's consent runs out then, in ${days === 1 ? 'a day' : `less than ${days} days`}. Connect the account again before, and nothing stops.`,
    subject: { type: 'integration', id: integration.id },
    actionUrl: '/api/upstream/call/tiktok-provider/get-auth-url',
    dedupeKey: `refresh_horizon:${integration.id}:${date}:${days}`,
  };
}
