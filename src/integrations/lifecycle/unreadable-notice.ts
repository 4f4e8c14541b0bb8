import type { NewNotification } from '../../notifications/index.js';
import type { Integration } from '../integration/integration.entity.js';
import type { Credential } from '../integration/credential.entity.js';
import { accountName, CONSENT_PARTS } from './notice-texts.js';
import { howToReconnect, type Remedy } from './expiry-notice.js';

/** After the name of the account. */
const TITLES: Record<Credential['family'], string> = {
  login: 'stored access cannot be read',
  account: 'comment access cannot be read',
  advertiser: 'ad access cannot be read',
};

/** The service cannot decrypt a token. TikTok has ended nothing: with the key everything goes on. */
export function unreadableNotice(
  integration: Integration,
  { id, family, unreadableSince }: Pick<Credential, 'id' | 'family' | 'unreadableSince'>,
  remedy: Remedy,
): NewNotification {
  const { of, effect } = CONSENT_PARTS[family];
  const name = accountName(integration);
  return {
    kind: 'token_unreadable',
    severity: 'critical',
    title: `${name}: ${TITLES[family]}`,
    detail:
      `This service cannot read its stored access to ${of}${name}: the encryption key is missing, or the token was ` +
      `damaged. ${effect} Ask the operator of this service to restore the key; work then continues automatically. If ` +
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

/** How the dedupe keys of an integration, or of one of its credentials, begin. */
export function unreadableKey(integrationId: string, credentialId?: string): string {
  return `token_unreadable:${integrationId}:${credentialId === undefined ? '' : `${credentialId}:`}`;
}
