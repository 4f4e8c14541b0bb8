import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { AppConfig } from '../../../config/index.js';
import { DataFolder, Readiness } from '../../../runtime/index.js';
import { RefreshJournal, type JournalEntry } from './token-journal.js';
import { TokenCipher } from '../store/token-cipher.js';

let dataDir: string;
let journal: RefreshJournal;
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'connector-journal-'));
  const config = { dataDir, encryptionKeys: [{ id: 'a', key: Buffer.alloc(32, 1) }] } as unknown as AppConfig;
  journal = new RefreshJournal(config, new TokenCipher(config), new DataFolder(config, new Readiness()));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

function entry(replaced: string): JournalEntry {
  const pair = {
    openId: 'o',
    accessToken: `act.${replaced}`,
    refreshToken: `rft.${replaced}`,
    accessLifetimeSeconds: 1,
    refreshLifetimeSeconds: 1,
    scopes: [],
  };
  return { credentialId: 'one', replaced, pair, answeredAt: new Date(0).toISOString() };
}

describe('RefreshJournal', () => {
  it('keeps a new pair of a credential beside an older one', async () => {
    await journal.keep(entry('first'));
    await journal.keep(entry('second'));
    const kept = await journal.all();
    expect(kept.map(({ replaced }) => replaced).toSorted()).toEqual(['first', 'second']);
  });

  it('discards the entry that is meant, and none that has come meanwhile', async () => {
    await journal.keep(entry('first'));
    await journal.keep(entry('second'));
    await journal.discard(entry('first'));
    expect(await journal.all()).toEqual([entry('second')]);
  });
});
