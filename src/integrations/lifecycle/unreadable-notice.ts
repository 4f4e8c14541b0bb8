import type { NewNotification } from '../../notifications/index.js';
import type { Credential } from '../integration/credential.entity.js';
import { accountName } from '../integration/integration-text.js';
import type { Integration } from '../integration/integration.entity.js';
import type { Remedy } from './expiry-notice.js';
import { howToReconnect, NOTICE_TEXTS } from './notice-texts.js';

/** In titles, after the account's name. */
const TITLES: Record<Credential['family'], string> = {
  login: 'stored access cannot be read',
  account: 'comment access cannot be read',
  advertiser: 'ad access cannot be read',
};

/** Reports that the service cannot decrypt a token. TikTok has ended nothing: with the key, work resumes. */
export function unreadableNotice(
  integration: Integration,
  { id, family, unreadableSince }: Pick<Credential, 'id' | 'family' | 'unreadableSince'>,
  remedy: Remedy,
): NewNotification {
  const { of, effect } = NOTICE_TEXTS[family];
  const name = accountName(integration);
  return {
    kind: 'token_unreadable',
    severity: 'critical',
    title: `${name}: ${TITLES[family]}`,
    detail:
      `This service cannot read its stored access to ${of}${name}: the encryption key is missing, or the token was ` +
      `damaged. ${effect} Ask the operator of this service to restore the key; work then resumes automatically. If ` +
      `the key is lost, ${howToReconnect(family, name)}.`,
    subject: { type: 'integration', id: integration.id },
    ...remedy,
    dedupeKey: unreadableKey(integration.id, id) + (unreadableSince?.toISOString() ?? ''),
  };
}

/** The title of the all-clear. */
export function readableAgain(integration: Integration): string {
  return `${accountName(integration)}: stored access can be read again`;
}

/** Returns the beginning of the dedupe keys of an integration, or of one of its credentials. */
export function unreadableKey(integrationId: string, credentialId?: string): string {
  return `token_unreadable:${integrationId}:${credentialId === undefined ? '' : `${credentialId}:`}`;
}
