import type { AffectedWork, NewNotification } from '../../notifications/index.js';
import type { Integration } from '../integration.entity.js';
import type { Credential } from '../tokens/credential.entity.js';
import { accountName, CONSENT_PARTS, keyBeginnings } from './consent-parts.js';

/** What somebody must do, where, and what stands still meanwhile. */
export interface Remedy {
  actionUrl: string;
  affected?: AffectedWork[];
}

/** Without the login everything has ended. Told once for each time that the integration expires. */
export function expiryNotice(integration: Integration, remedy: Remedy): NewNotification {
  const { id, statusReason, expiredAt } = integration;
  const [key] = keyBeginnings(integration, 'login');
  const { without, reconnect } = CONSENT_PARTS.login;
  return {
    kind: 'integration_expired',
    severity: 'critical',
    title: `The connection to ${accountName(integration)} on TikTok has ended.`,
    detail:
      `${reasonSentence(statusReason)} Until it is connected again, ${without}; then work goes on where it stopped. ` +
      `To connect it again, an admin opens the link, ${reconnect}.`,
    subject: { type: 'integration', id },
    ...remedy,
    dedupeKey: `${key}${expiredAt?.toISOString() ?? ''}`,
  };
}

/** A part has ended and the rest works. Told once for each consent that TikTok refuses. */
export function consentEndedNotice(
  integration: Integration,
  credential: Pick<Credential, 'id' | 'family' | 'issuedAt' | 'rejectedReason'>,
  remedy: Remedy,
): NewNotification {
  const { name, without, reconnect } = CONSENT_PARTS[credential.family];
  const [key] = keyBeginnings(integration, credential.family);
  return {
    kind: 'consent_ended',
    severity: 'critical',
    title: `${name} of ${accountName(integration)} on TikTok are disconnected.`,
    detail:
      `${reasonSentence(credential.rejectedReason)} Until they are connected again, ${without}. ` +
      `To connect them again, an admin opens the link, ${reconnect}.`,
    subject: { type: 'integration', id: integration.id },
    ...remedy,
    dedupeKey: `${key}${credential.id}:${credential.issuedAt.toISOString()}`,
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
  { family, refreshExpiresAt }: { family: Credential['family']; refreshExpiresAt: Date },
  days: number,
  remedy: Remedy,
): NewNotification {
  const { name, without, reconnect } = CONSENT_PARTS[family];
  const [, key] = keyBeginnings(integration, family);
  const date = refreshExpiresAt.toISOString().slice(0, 10);
  const whose = family === 'login' ? `to ${accountName(integration)}` : `of ${accountName(integration)}`;
  return {
    kind: 'refresh_horizon',
    severity: days === 1 ? 'critical' : 'warning',
    title: `${name} ${whose} on TikTok ${family === 'login' ? 'ends' : 'end'} on ${date}.`,
    detail:
      `TikTok's consent runs out then, in ${days === 1 ? 'a day' : `less than ${days} days`}. Afterwards ${without}. ` +
      `Nothing stops if an admin renews it before: opens the link, ${reconnect}.`,
    subject: { type: 'integration', id: integration.id },
    ...remedy,
    dedupeKey: `${key}${date}:${days}`,
  };
}

/** The title of the all-clear. */
export function connectedAgain(integration: Integration, family: Credential['family']): string {
  const name = accountName(integration);
  if (family === 'login') return `The connection to ${name} on TikTok works again.`;
  return `${CONSENT_PARTS[family].name} of ${name} on TikTok are connected again.`;
}

/** TikTok's own words, or ours for what it did. */
function reasonSentence(reason: string | null): string {
  return reason
    ? `TikTok has ended the access (${reason.replace(/[.\s]+$/, '')}).`
    : 'TikTok has ended the access.';
}
