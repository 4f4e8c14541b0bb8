import type { CredentialFamily } from '../integration/credential.entity.js';
import type { Integration } from '../integration/integration.entity.js';

/** The words of notices about one family. Each family is granted, and ends, on its own. */
export interface NoticeTexts {
  /** In titles, after the account's name. */
  ended: string;
  /** In titles, before "on 2026-11-07". */
  ends: string;
  works: string;
  /** What TikTok gave access to, before "of @lena.k"; empty for the whole account. */
  of: string;
  /** Sentences: what stops without it, and what continues. */
  effect: string;
  /** How an admin signs in to reconnect it. */
  signIn: (account: string) => string;
}

const asAccount = (account: string) => `signs in to TikTok as ${account}`;

export const NOTICE_TEXTS: Record<CredentialFamily, NoticeTexts> = {
  login: {
    ended: 'TikTok connection ended',
    ends: 'TikTok access ends',
    works: 'TikTok connection works again',
    of: '',
    effect: 'Publishing and syncing stop for this account.',
    signIn: asAccount,
  },
  account: {
    ended: 'comments and insights stopped',
    ends: 'comments end',
    works: 'comments and insights are back',
    of: 'the comments and insights of ',
    effect:
      'You cannot read or answer comments, and insights are not updated. Publishing and video figures continue.',
    signIn: asAccount,
  },
  advertiser: {
    ended: 'ad accounts disconnected',
    ends: 'ad access ends',
    works: 'ad accounts work again',
    of: 'the ad accounts of ',
    effect: 'You cannot read or change these ad accounts. Publishing, comments and figures continue.',
    signIn: () => 'signs in to TikTok for Business with access to these ad accounts',
  },
};

/** Returns the beginnings of the dedupe keys for an integration's family: of its end, and of its expiry warnings. */
export function noticeKeys({ id }: Integration, family: CredentialFamily): { ended: string; expiry: string } {
  const ended = family === 'login' ? `integration_expired:${id}:` : `consent_ended:${id}:${family}:`;
  return { ended, expiry: `refresh_horizon:${id}:${family}:` };
}

/** Returns how an admin reconnects a family, as the end of a sentence. */
export function howToReconnect(family: CredentialFamily, account: string): string {
  return `an admin opens the link, ${NOTICE_TEXTS[family].signIn(account)} and approves the access`;
}
