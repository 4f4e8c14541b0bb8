import type { AffectedWork, NewNotification } from '../../notifications/index.js';
import type { Integration } from '../integration/integration.entity.js';
import type { Credential } from '../integration/credential.entity.js';
import { accountName, CONSENT_PARTS, keyBeginnings } from './notice-texts.js';
import { inBrackets } from '../integration/integration-text.js';

/** Where an admin reconnects, and what stands still until then. */
export interface Remedy {
  actionUrl: string;
  affected?: AffectedWork[];
}

/** Without the login everything has ended. Told once for each time that the integration expires. */
export function expiryNotice(integration: Integration, remedy: Remedy): NewNotification {
  const { id, statusReason, expiredAt } = integration;
  const [key] = keyBeginnings(integration, 'login');
  return {
    kind: 'integration_expired',
    severity: 'critical',
    ...endedText(integration, 'login', statusReason),
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
  const [key] = keyBeginnings(integration, credential.family);
  return {
    kind: 'consent_ended',
    severity: 'critical',
    ...endedText(integration, credential.family, credential.rejectedReason),
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

/** TikTok's consent ends for good on a day that no refresh moves: an admin must renew it before. */
export function horizonNotice(
  integration: Integration,
  { family, refreshExpiresAt }: { family: Credential['family']; refreshExpiresAt: Date },
  days: number,
  remedy: Remedy,
): NewNotification {
  const { ends, of, effect } = CONSENT_PARTS[family];
  const name = accountName(integration);
  const [, key] = keyBeginnings(integration, family);
  const date = refreshExpiresAt.toISOString().slice(0, 10);
  return {
    kind: 'refresh_horizon',
    severity: days === 1 ? 'critical' : 'warning',
    title: `${name}: ${ends} on ${date}`,
    detail:
      `TikTok's access to ${of}${name} ends in ${days === 1 ? 'less than a day' : `less than ${days} days`}. After that, ` +
      `${effect.charAt(0).toLowerCase()}${effect.slice(1)} To renew it in time, ${howToReconnect(family, name)}.`,
    subject: { type: 'integration', id: integration.id },
    ...remedy,
    dedupeKey: `${key}${date}:${days}`,
  };
}

/** The title of the all-clear. */
export function connectedAgain(integration: Integration, family: Credential['family']): string {
  return `${accountName(integration)}: ${CONSENT_PARTS[family].works}`;
}

/** Cause, effect and action. */
function endedText(
  integration: Integration,
  family: Credential['family'],
  reason: string | null,
): Pick<NewNotification, 'title' | 'detail'> {
  const { ended, of, effect } = CONSENT_PARTS[family];
  const name = accountName(integration);
  return {
    title: `${name}: ${ended}`,
    detail:
      `TikTok ended the access to ${of}${name}${inBrackets(reason)}. ${effect} Work continues where it stopped after a reconnect. ` +
      `To reconnect, ${howToReconnect(family, name)}.`,
  };
}

/** Of a part of a connection, as the end of a sentence. */
export function howToReconnect(family: Credential['family'], name: string): string {
  return `an admin opens the link, ${CONSENT_PARTS[family].signIn(name)} and approves the access`;
}
