import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Logger } from '@nestjs/common';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AppConfig } from '../../../config/index.js';
import { DataFolder, Readiness } from '../../../runtime/index.js';
import { TokenCipher } from '../store/token-cipher.js';
import type { GrantEntry, RefreshEntry } from './journal-entry.js';
import { TokenJournal } from './token-journal.js';

const key = (id: string, byte: number) => ({ id, key: Buffer.alloc(32, byte) });
const LATER = '2026-11-01T00:00:05.000Z';

let dataDir: string;
let journal: TokenJournal;
beforeAll(() => Logger.overrideLogger(false));
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'connector-journal-'));
  journal = journalWith(key('a', 1));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

function journalWith(...encryptionKeys: ReturnType<typeof key>[]): TokenJournal {
  const config = { dataDir, encryptionKeys } as unknown as AppConfig;
  return new TokenJournal(config, new TokenCipher(config), new DataFolder(config, new Readiness()));
}

const folder = () => path.join(dataDir, 'token-journal');
const files = async () => (await readdir(folder())).toSorted();

function pair(replaced: string, answeredAt = new Date(0).toISOString()): RefreshEntry {
  return {
    credentialId: 'one',
    replaced,
    pair: {
      openId: 'o',
      accessToken: `act.${replaced}`,
      refreshToken: `rft.${replaced}`,
      accessLifetimeSeconds: 1,
      refreshLifetimeSeconds: 1,
      scopes: [],
    },
    answeredAt,
  };
}

const grant: GrantEntry = {
  id: '0197-grant',
  stateHash: 'ab',
  consent: { organisationId: 'org', userId: 'u', scopes: [], integrationId: null, allowDifferent: false },
  identity: { family: 'advertiser', appId: 'app', subject: 's' },
  tokens: { accessToken: 'act.lasting', scopes: [], advertiserIds: ['7'] },
  answeredAt: LATER,
};

/** Writes a file as an older version did: the cipher's place is the name before the suffix, and a field for each kind. */
async function writtenBefore(recordId: string, suffix: string, field: string, entry: object): Promise<void> {
  const cipher = new TokenCipher({ encryptionKeys: [key('a', 1)] } as unknown as AppConfig);
  await mkdir(folder(), { recursive: true });
  const record = cipher.encrypt(JSON.stringify(entry), { recordId, field });
  await writeFile(path.join(folder(), recordId + suffix), record);
}

describe('TokenJournal', () => {
  it('keeps a new pair of a credential beside an older one, and returns the oldest first', async () => {
    await journal.keep('refresh', pair('second', LATER));
    await journal.keep('refresh', pair('first'));
    expect((await journal.all('refresh')).map(({ replaced }) => replaced)).toEqual(['first', 'second']);
  });

  it('discards the entry that is named, and none that was written since', async () => {
    await journal.keep('refresh', pair('first'));
    await journal.keep('refresh', pair('second'));
    await journal.discard('refresh', pair('first'));
    expect(await journal.all('refresh')).toEqual([pair('second')]);
  });

  it('keeps pairs and grants apart, and returns both as records', async () => {
    await journal.keep('refresh', pair('first'));
    await journal.keep('grant', grant);
    expect(await journal.all('refresh')).toEqual([pair('first')]);
    expect(await journal.all('grant')).toEqual([grant]);
    expect((await journal.records()).map(({ place }) => place.field).toSorted()).toEqual([
      'consent',
      'journal',
    ]);
  });

  it('returns the entries of one credential alone', async () => {
    await journal.keep('refresh', pair('first'));
    await journal.keep('refresh', { ...pair('first'), credentialId: 'two' });
    expect(await journal.all('refresh', 'one')).toEqual([pair('first')]);
  });

  it.each([
    ['a pair', 'one.first', '.pair', 'journal', 'refresh', pair('first')],
    ['a pair of the first version', 'one', '.pair', 'journal', 'refresh', pair('first')],
    ['a grant', '0197-grant', '.consent', 'consent', 'grant', grant],
  ] as const)(
    'reads and discards %s from an older version',
    async (_what, name, suffix, field, kind, entry) => {
      await writtenBefore(name, suffix, field, entry);
      const [found, ...more] = await journal.all(kind);
      expect([found, ...more]).toEqual([entry]);
      await journal.discard(kind, found as RefreshEntry & GrantEntry);
      expect(await files()).toEqual([]);
    },
  );

  it('writes files that an older version reads: encrypted, with its names', async () => {
    await journal.keep('refresh', pair('first'));
    await journal.keep('grant', grant);
    expect(await files()).toEqual(['0197-grant.consent', 'one.first.pair']);
    for (const { record } of await journal.records()) expect(record).toMatch(/^v1\.a\./);
  });

  it('re-encrypts entries with the newest key', async () => {
    await journal.keep('refresh', pair('first'));
    await journal.keep('grant', grant);
    await journalWith(key('b', 2), key('a', 1)).renew();
    const newest = journalWith(key('b', 2));
    expect(await newest.all('refresh')).toEqual([pair('first')]);
    expect(await newest.all('grant')).toEqual([grant]);
  });

  it('leaves an entry alone that cannot be read, and returns the others', async () => {
    await journal.keep('refresh', pair('first'));
    await writeFile(path.join(folder(), 'one.damaged.pair'), 'not a record');
    expect(await journal.all('refresh')).toEqual([pair('first')]);
    expect(await files()).toContain('one.damaged.pair');
  });
});
