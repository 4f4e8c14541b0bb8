import type { NewNotification } from '../../notifications/index.js';
import type { Integration } from '../integration.entity.js';
import type { Credential } from '../tokens/credential.entity.js';
import { accountName, CONSENT_PARTS } from './consent-parts.js';
import type { Remedy } from './expiry-notice.js';

const PARTS: Record<Credential['family'], string> = {
  login: 'access to',
  account: 'access to comments and insights of',
  advertiser: 'access to the ad accounts of',
};

/** The service cannot decrypt a token. TikTok has ended nothing: with the key everything goes on. */
export function unreadableNotice(
  integration: Integration,
  { id, family, unreadableSince }: Pick<Credential, 'id' | 'family' | 'unreadableSince'>,
  remedy: Remedy,
): NewNotification {
  const { without, reconnect } = CONSENT_PARTS[family];
  return {
    kind: 'token_unreadable',
    severity: 'critical',
    title: `Stored ${PARTS[family]} ${accountName(integration)} cannot be read.`,
    detail:
      'The encryption key of the stored TikTok token is missing, or the token was damaged. Until it can be read, ' +
      `${without}. Ask the operator of this service to restore the key; work then continues by itself. If the key is ` +
      `lost, an admin opens the link, ${reconnect}.`,
    subject: { type: 'integration', id: integration.id },
    ...remedy,
    dedupeKey: unreadableKey(integration.id, id) + (unreadableSince?.toISOString() ?? ''),
  };
}

/** The title of the all-clear. */
export function readableAgain(integration: Integration): string {
  return `Stored access to ${accountName(integration)} can be read again.`;
}

/** How the dedupe keys of an integration, or of one of its credentials, begin. */
export function unreadableKey(integrationId: string, credentialId?: string): string {
  return `token_unreadable:${integrationId}:${credentialId === undefined ? '' : `${credentialId}:`}`;
}
