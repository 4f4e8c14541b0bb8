import { createHash } from 'node:crypto';
import type { TokenPair } from '../../../tiktok/index.js';
import type { CredentialIdentity } from '../../integration/credential.entity.js';
import type { GrantedTokens } from '../store/granted-tokens.js';

/** A refreshed pair that TikTok has issued and that the database may not hold yet. */
export interface RefreshEntry {
  credentialId: string;
  /** SHA-256 of the refresh token that it replaced: it may only follow that one. */
  replaced: string;
  pair: TokenPair;
  /** ISO time of TikTok's answer, from which the lifetimes count. */
  answeredAt: string;
}

/** The request that a grant answers. */
export interface GrantRequest {
  organisationId: string;
  userId: string;
  scopes: string[];
  /** The integration to reconnect; null for any account. */
  integrationId: string | null;
  /** True if another account than that integration's is accepted. */
  allowDifferent: boolean;
}

/** The tokens of a new consent. An authorization code works once, so they cannot be requested again. */
export interface GrantEntry {
  id: string;
  /** Hex of the OAuth state's hash: the state that was used up for these tokens. */
  stateHash: string;
  consent: GrantRequest;
  identity: CredentialIdentity;
  tokens: GrantedTokens;
  /** ISO time of TikTok's answer, from which the lifetimes count. */
  answeredAt: string;
}

export interface JournalEntries {
  refresh: RefreshEntry;
  grant: GrantEntry;
}

export type JournalKind = keyof JournalEntries;

/** The identifying fields of an entry. */
export interface JournalKeys {
  refresh: Pick<RefreshEntry, 'credentialId' | 'replaced'>;
  grant: Pick<GrantEntry, 'id'>;
}

interface JournalForm<Key> {
  /** The ending of the file's name. */
  suffix: string;
  /** Binds the ciphertext to this kind; the name before the suffix binds it to the file. */
  field: string;
  nameOf: (key: Key) => string;
}

/** How each kind is stored. Files of older versions have the same form, so it must not change. */
export const JOURNAL_FORMS: { [Kind in JournalKind]: JournalForm<JournalKeys[Kind]> } = {
  refresh: {
    suffix: '.pair',
    field: 'journal',
    // Several pairs of one credential may be present: an outdated one must not overwrite the newest.
    nameOf: ({ credentialId, replaced }) => `${credentialId}.${replaced}`,
  },
  grant: { suffix: '.consent', field: 'consent', nameOf: ({ id }) => id },
};

/** Names the refresh token that an entry replaced, without containing it. */
export function fingerprint(refreshToken: string): string {
  return createHash('sha256').update(refreshToken).digest('hex');
}
