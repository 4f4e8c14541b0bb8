import type { Integration } from '../integration/integration.entity.js';
import type { CredentialFamily } from '../integration/credential.entity.js';

/** A part of a connection, in the words of notices. Each is consented to, and ends, by itself. */
export interface ConsentPart {
  /** In titles, after the name of the account. */
  ended: string;
  /** Before "on 2026-11-07". */
  ends: string;
  works: string;
  /** What TikTok gave access to, before "of @lena.k"; nothing for the whole account. */
  of: string;
  /** Sentences: what no longer works without it, and what goes on. */
  effect: string;
  /** How an admin signs in to connect it again. */
  signIn: (account: string) => string;
}

const asAccount = (account: string) => `signs in to TikTok as ${account}`;

export const CONSENT_PARTS: Record<CredentialFamily, ConsentPart> = {
  login: {
    ended: 'TikTok connection ended',
    ends: 'TikTok access ends',
    works: 'TikTok connection works again',
    of: '',
    effect: 'Nothing is published or synced for this account.',
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

// Longer than any user name of TikTok's: only display names are cut.
const NAME_MAX = 25;
const LETTERS = new Intl.Segmenter();

/** The account's name, short enough for a title: its @name where TikTok tells it. */
export function accountName({
  displayName,
  username,
}: Pick<Integration, 'displayName' | 'username'>): string {
  const name = username ? `@${username}` : (displayName ?? 'A TikTok account');
  if (name.length <= NAME_MAX) return name;
  let short = '';
  for (const { segment } of LETTERS.segment(name)) {
    if (short.length + segment.length >= NAME_MAX) break;
    short += segment;
  }
  return `${short}…`;
}

/** Dedupe keys of all notices about a part of an integration begin with one of these. */
export function keyBeginnings({ id }: Integration, family: CredentialFamily): string[] {
  const own = family === 'login' ? `integration_expired:${id}:` : `consent_ended:${id}:${family}:`;
  return [own, `refresh_horizon:${id}:${family}:`];
}
