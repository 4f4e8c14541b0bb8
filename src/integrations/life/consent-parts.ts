import type { Integration } from '../integration.entity.js';
import type { CredentialFamily } from '../tokens/credential.entity.js';

/** How people are told of a part of a connection. Each is consented to, and ends, by itself. */
export interface ConsentPart {
  /** Begins a sentence, before "of lena.k". */
  name: string;
  /** What there is no more without it. */
  without: string;
  /** What the admin does who opens the link. */
  reconnect: string;
}

export const CONSENT_PARTS: Record<CredentialFamily, ConsentPart> = {
  login: {
    name: 'The connection',
    without: 'nothing is published or synced for this account',
    reconnect: 'signs in to TikTok with this account and approves the access',
  },
  account: {
    name: 'Comments and insights',
    without:
      'comments cannot be read or answered and insights are not updated; publishing and video figures go on',
    reconnect:
      'signs in to TikTok with this account and approves the access to comments and insights; nothing else has to be ' +
      'connected again',
  },
  advertiser: {
    name: 'The ad accounts',
    without: 'the ad accounts can be neither read nor changed; publishing, comments and figures go on',
    reconnect:
      'signs in to TikTok for Business as somebody who may use these ad accounts and approves the access; nothing ' +
      'else has to be connected again',
  },
};

/** What people call the account. */
export function accountName({ displayName, username }: Integration): string {
  return displayName ?? username ?? 'a TikTok account';
}

/** All that was told of a part of an integration begins with one of these dedupe keys. */
export function keyBeginnings({ id }: Integration, family: CredentialFamily): string[] {
  const own = family === 'login' ? `integration_expired:${id}:` : `consent_ended:${id}:${family}:`;
  return [own, `refresh_horizon:${id}:${family}:`];
}
