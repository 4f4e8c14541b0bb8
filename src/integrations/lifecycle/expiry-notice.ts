import type { AffectedWork, NewNotification } from '../../notifications/index.js';
import type { Credential } from '../integration/credential.entity.js';
import { accountName, inBrackets } from '../integration/integration-text.js';
import type { Integration } from '../integration/integration.entity.js';
import { howToReconnect, NOTICE_TEXTS, noticeKeys } from './notice-texts.js';

/** Where an admin reconnects, and the work that waits until then. */
export interface Remedy {
  actionUrl: string;
  affected?: AffectedWork[];
}

/** Reports that an integration has expired, once for each time. */
export function expiryNotice(integration: Integration, remedy: Remedy): NewNotification {
  const { id, statusReason, expiredAt } = integration;
  return {
    kind: 'integration_expired',
    severity: 'critical',
    ...endedText(integration, 'login', statusReason),
    subject: { type: 'integration', id },
    ...remedy,
    dedupeKey: `${noticeKeys(integration, 'login').ended}${expiredAt?.toISOString() ?? ''}`,
  };
}

/** Reports that a part has ended and the rest works, once for each consent that TikTok rejects. */
export function consentEndedNotice(
  integration: Integration,
  credential: Pick<Credential, 'id' | 'family' | 'issuedAt' | 'rejectedReason'>,
  remedy: Remedy,
): NewNotification {
  const { ended } = noticeKeys(integration, credential.family);
  return {
    kind: 'consent_ended',
    severity: 'critical',
    ...endedText(integration, credential.family, credential.rejectedReason),
    subject: { type: 'integration', id: integration.id },
    ...remedy,
    dedupeKey: `${ended}${credential.id}:${credential.issuedAt.toISOString()}`,
  };
}

/** Warns that a consent expires on a day that no refresh moves. */
export function expiryWarningNotice(
  integration: Integration,
  { family, refreshExpiresAt }: { family: Credential['family']; refreshExpiresAt: Date },
  days: number,
  remedy: Remedy,
): NewNotification {
  const { ends, of, effect } = NOTICE_TEXTS[family];
  const name = accountName(integration);
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
    dedupeKey: `${noticeKeys(integration, family).expiry}${date}:${days}`,
  };
}

/** The title of the all-clear. */
export function connectedAgain(integration: Integration, family: Credential['family']): string {
  return `${accountName(integration)}: ${NOTICE_TEXTS[family].works}`;
}

/** Gives cause, effect and action. */
function endedText(
  integration: Integration,
  family: Credential['family'],
  reason: string | null,
): Pick<NewNotification, 'title' | 'detail'> {
  const { ended, of, effect } = NOTICE_TEXTS[family];
  const name = accountName(integration);
  return {
    title: `${name}: ${ended}`,
    detail:
      `TikTok ended the access to ${of}${name}${inBrackets(reason)}. ${effect} Work resumes after a reconnect. ` +
      `To reconnect, ${howToReconnect(family, name)}.`,
  };
}
