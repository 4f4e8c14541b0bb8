import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import type { ConsentTokens, CredentialIdentity } from '../credentials/store/credential-store.js';
import { DataFolder } from '../../runtime/index.js';
import { EncryptedJournal, type JournalRecord } from '../credentials/journal/journal-files.js';
import { TokenCipher } from '../credentials/store/token-cipher.js';
import type { OAuthState } from '../oauth/oauth-state.entity.js';

/** A consent that TikTok has answered with tokens. */
export interface AnsweredConsent {
  id: string;
  /** Hex of the state's hash: by it the consent is found that was used up for these tokens. */
  stateHash: string;
  consent: Pick<OAuthState, 'organisationId' | 'userId' | 'scopes' | 'integrationId' | 'allowDifferent'>;
  identity: CredentialIdentity;
  tokens: ConsentTokens;
  /** ISO time of TikTok's answer, from which the lifetimes count. */
  answeredAt: string;
}

/** Tokens of new consents on disk from TikTok's answer until the commit: a code works once, so there is no second try. */
@Injectable()
export class ConsentJournal {
  private readonly entries: EncryptedJournal<AnsweredConsent>;

  constructor({ dataDir }: AppConfig, cipher: TokenCipher, disk: DataFolder) {
    const folder = path.join(dataDir, 'token-journal');
    this.entries = new EncryptedJournal(folder, '.consent', 'consent', cipher, disk);
  }

  /** @returns whether it is on disk */
  keep(entry: AnsweredConsent): Promise<boolean> {
    return this.entries.keep(entry.id, entry);
  }

  discard({ id }: AnsweredConsent): Promise<void> {
    return this.entries.discard(id);
  }

  /** What is not known to be committed or given back. */
  all(): Promise<AnsweredConsent[]> {
    return this.entries.all();
  }

  records(): Promise<JournalRecord[]> {
    return this.entries.records();
  }

  renew(): Promise<void> {
    return this.entries.renew();
  }
}
