import { describe, expect, it } from '@jest/globals';
import { worstOf } from '../finding.js';
import type { IntegrationFact } from '../integration-facts.js';
import { poolVerdict } from './database-pool.check.js';
import { dueWorkVerdict } from './due-work.check.js';
import { keysVerdict, type KeyFacts } from './encryption-keys.check.js';
import { expiredVerdict } from './expired-integrations.check.js';
import { jwksVerdict, secretVerdict } from './jwt.check.js';
import { migrationsVerdict } from './migrations.check.js';
import { processesVerdict } from './processes.check.js';
import { pullsVerdict } from './pulls.check.js';
import { redisVerdict } from './redis.check.js';
import { horizonVerdict } from './refresh-horizon.check.js';
import { scopesVerdict } from './scopes.check.js';
import { settingsVerdict } from './settings.check.js';
import { bucketVerdict } from './staging-bucket.check.js';
import { stagingVerdict } from './staging-folder.check.js';
import { journalVerdict } from './token-journal.check.js';

const use = (counts: Record<string, number>, unreadable = 0) => ({
  underKey: new Map(Object.entries(counts)),
  credentials: Object.values(counts).reduce((sum, count) => sum + count, 0),
  unreadable,
  accounts: [],
});
const running = (keyIds: string[], host = 'host-a') => ({ role: 'all' as const, host, pid: 7, keyIds });
const live = (keyIds: string[], host: string, troubles: string[] = []) => ({
  ...running(keyIds, host),
  id: host,
  version: '1.2.3',
  troubles,
  startedAt: new Date(),
  seenSecondsAgo: 1,
});
const keys = (configured: string[], more: Partial<KeyFacts> = {}): KeyFacts => ({
  configured,
  wrong: [],
  use: use({}),
  running: [running(configured)],
  ...more,
});

const pool = (work: 'tenants' | 'system', waiting: number) => ({ work, size: 5, busy: 5, waiting });

const keySet = (...types: string[]) => JSON.stringify({ keys: types.map((kty) => ({ kty })) });

const fact = (id: string, more: Partial<IntegrationFact> = {}): IntegrationFact => ({
  id,
  status: 'active',
  missing: [],
  unasked: [],
  ended: [],
  unreadable: [],
  refreshEnds: new Date('2027-04-01T00:00:00Z'),
  ...more,
});

describe('keysVerdict', () => {
  it.each([
    ['no credentials', ['new'], use({}), 'ok', 'No credentials yet'],
    ['all under the newest key', ['new'], use({ new: 3 }), 'ok', '"new": 3'],
    ['an old key that is idle', ['new', 'old'], use({ new: 3 }), 'ok', 'No longer needed: "old"'],
    ['an old key that is needed', ['new', 'old'], use({ new: 3, old: 2 }), 'warning', '"old": 2'],
    ['a key that is gone', ['new'], use({ new: 3, gone: 2 }, 2), 'problem', 'Not configured: "gone"'],
    ['a record that was altered', ['new'], use({ new: 3 }, 1), 'problem', '1 of 3'],
  ])('of %s', (_what, configured, found, status, words) => {
    const verdict = keysVerdict(keys(configured, { use: found }));
    expect(verdict.status).toBe(status);
    expect(verdict.detail).toContain(words);
  });

  it('explains how to rotate', () => {
    const facts = keys(['new', 'old'], { use: use({ old: 1 }) });
    expect(keysVerdict(facts).fix).toContain('npm run keys:rotate');
  });

  it('does not call an old key idle while a process still encrypts with it, or none is registered', () => {
    const use3 = use({ new: 3 });
    const behind = keysVerdict(
      keys(['new', 'old'], {
        use: use3,
        running: [running(['new', 'old']), running(['old', 'new'], 'host-b')],
      }),
    );
    expect(behind).toMatchObject({ status: 'warning', detail: expect.stringContaining('all on host-b') });
    const unknown = keysVerdict(keys(['new', 'old'], { use: use3, running: [] }));
    expect(unknown).toMatchObject({ status: 'warning', detail: expect.stringContaining('Keep "old"') });
  });

  it('names a key that differs from the one that the database knows', () => {
    const verdict = keysVerdict(keys(['new'], { wrong: ['new'], use: use({ new: 3 }, 3) }));
    expect(verdict).toMatchObject({ status: 'problem', detail: expect.stringContaining('"new"') });
    expect(verdict.detail).toContain('does not start');
  });

  it('names the accounts whose tokens cannot be decrypted', () => {
    const found = { ...use({ lost: 1 }, 1), accounts: ['0198-integration'] };
    expect(keysVerdict(keys(['new'], { use: found })).detail).toContain('0198-integration');
  });
});

describe('processesVerdict', () => {
  it('lists the running processes with their keys', () => {
    const verdict = processesVerdict([live(['new', 'old'], 'host-a'), live(['new'], 'host-b')]);
    expect(verdict.status).toBe('ok');
    expect(verdict.detail).toContain('all on host-a (process 7), version 1.2.3, keys "new", "old"');
  });

  it('names a process that cannot decrypt what another encrypts', () => {
    const verdict = processesVerdict([live(['new', 'old'], 'host-a'), live(['old'], 'host-b')]);
    expect(verdict).toMatchObject({
      status: 'problem',
      detail: expect.stringContaining('all on host-b (process 7) lacks "new"'),
    });
  });

  it('shows what a process reports about itself', () => {
    const verdict = processesVerdict([live(['new'], 'host-a', ['The disk is full.'])]);
    expect(verdict).toMatchObject({
      status: 'problem',
      detail: expect.stringContaining('The disk is full.'),
    });
  });

  it('warns if no process is registered', () => {
    expect(processesVerdict([])).toMatchObject({
      status: 'warning',
      fix: expect.stringContaining('older version'),
    });
  });
});

describe('journalVerdict', () => {
  it.each([
    ['it is empty', { waiting: 0, unreadable: [] }, 'ok', 'writable and empty'],
    ['tokens wait', { waiting: 2, unreadable: [] }, 'warning', '2 new tokens'],
    ['a key is gone', { waiting: 2, unreadable: ['gone'] }, 'problem', '"gone"'],
    [
      'the disk is full',
      { failure: 'the disk is full, ENOSPC', waiting: 0, unreadable: [] },
      'problem',
      'ENOSPC',
    ],
  ])('when %s', (_what, facts, status, words) => {
    const verdict = journalVerdict(facts);
    expect(verdict.status).toBe(status);
    expect(verdict.detail).toContain(words);
  });
});

describe('jwksVerdict', () => {
  it.each([
    ['RSA and EC keys', { status: 200, text: keySet('RSA', 'EC'), date: undefined }, 'ok'],
    ['shared secrets only', { status: 200, text: keySet('oct'), date: undefined }, 'problem'],
    ['a page', { status: 200, text: '<html></html>', date: undefined }, 'problem'],
    ['404', { status: 404, text: keySet('RSA'), date: undefined }, 'problem'],
    ['silence', { failure: 'ENOTFOUND' }, 'problem'],
  ])('of %s', (_what, asked, status) => {
    expect(jwksVerdict(asked, false).status).toBe(status);
  });

  it.each([
    [{ kty: 'EC', crv: 'P-384' }, 'problem'],
    [{ kty: 'EC', crv: 'P-256', alg: 'ES256' }, 'ok'],
    [{ kty: 'RSA', alg: 'RS512' }, 'problem'],
    [{ kty: 'RSA', use: 'enc' }, 'problem'],
    [{ kty: 'RSA', use: 'sig', alg: 'RS256' }, 'ok'],
  ])('of the one key %j', (key, status) => {
    const text = JSON.stringify({ keys: [key] });
    expect(jwksVerdict({ status: 200, text, date: undefined }, false).status).toBe(status);
  });

  it('warns about a guessable secret without showing it', () => {
    expect(secretVerdict('kJ8#mQ2$vX9!pL4@wZ7%nB1&cF6*hT3+').status).toBe('ok');
    const weak = secretVerdict('changeme'.repeat(5));
    expect(weak.status).toBe('warning');
    expect(JSON.stringify(weak)).not.toContain('changeme');
  });

  it('reports an additional unused secret', () => {
    expect(jwksVerdict({ status: 200, text: keySet('RSA'), date: undefined }, true).detail).toContain(
      'unused',
    );
  });
});

describe('verdicts on integrations', () => {
  const now = new Date('2026-11-01T00:00:00Z');
  const own = { organisationId: 'org' };
  const facts = [
    fact('fine'),
    fact('unticked', { missing: ['video.list'] }),
    fact('ending', { refreshEnds: new Date('2026-11-20T00:00:00Z') }),
    fact('ads-only', { refreshEnds: null }),
    fact('gone', { status: 'expired', missing: ['video.list'], refreshEnds: null }),
  ];

  it('name the integrations of the caller’s organisation', () => {
    expect(scopesVerdict(own, facts).detail).toContain('1 of 4 active integrations lack');
    expect(scopesVerdict(own, facts).detail).toContain('unticked (video.list)');
    expect(horizonVerdict(own, facts, now).detail).toContain('ending (2026-11-20)');
    expect(expiredVerdict(own, facts).detail).toContain('1 of 5 integrations have expired: gone');
  });

  it('only count for all organisations', () => {
    for (const { status, detail } of [
      scopesVerdict('all', facts),
      horizonVerdict('all', facts, now),
      expiredVerdict('all', facts),
    ]) {
      expect(status).toBe('warning');
      expect(detail).not.toMatch(/unticked|ending|gone/);
    }
  });

  it('are ok without findings and without integrations', () => {
    for (const some of [[fact('fine')], []])
      for (const { status } of [
        scopesVerdict(own, some),
        horizonVerdict(own, some, now),
        expiredVerdict(own, some),
      ])
        expect(status).toBe('ok');
  });

  it('warn about scopes that were never requested, and about a part that has ended', () => {
    const unasked = [fact('fine'), fact('plain', { unasked: ['video.publish', 'user.info.profile'] })];
    expect(scopesVerdict(own, unasked)).toMatchObject({
      status: 'warning',
      detail: expect.stringContaining('plain (video.publish user.info.profile)'),
      fix: expect.stringContaining('An admin must reconnect them'),
    });
    const ended = [fact('fine'), fact('half', { ended: ['account', 'advertiser'] })];
    expect(expiredVerdict(own, ended)).toMatchObject({
      status: 'warning',
      detail: expect.stringContaining('half (comments and insights, ads)'),
    });
    expect(JSON.stringify([scopesVerdict('all', unasked), expiredVerdict('all', ended)])).not.toMatch(
      /plain|half/,
    );
  });

  it('name at most ten', () => {
    const many = Array.from({ length: 12 }, (_, index) => fact(`i${index}`, { status: 'expired' }));
    expect(expiredVerdict(own, many).detail).toContain('and 2 more');
  });
});

describe('verdicts on dependencies', () => {
  it('distinguish failures from health', () => {
    expect(migrationsVerdict({ pending: [], unknown: [] }).status).toBe('ok');
    expect(migrationsVerdict({ pending: ['Sync17'], unknown: ['Ads18'] })).toMatchObject({
      status: 'problem',
      detail: 'Migrations are pending: Sync17.',
      fix: expect.stringContaining('migration:run'),
    });
    expect(migrationsVerdict({ pending: [], unknown: ['Ads18'] })).toMatchObject({
      status: 'problem',
      detail: expect.stringMatching(/Ads18 is unknown to this version.*does not start/),
    });
    expect(migrationsVerdict({ pending: [], unknown: ['Ads18'] }, true)).toMatchObject({
      status: 'warning',
      detail: expect.stringContaining('DATABASE_ALLOW_NEWER_SCHEMA'),
    });
    const backlog = { table: 'sync_runs', late: 3, oldestSeconds: 300 };
    expect(dueWorkVerdict([{ ...backlog, late: 0 }]).status).toBe('ok');
    expect(dueWorkVerdict([backlog]).detail).toContain('3 sync_runs, the oldest for 5 min');
    expect(dueWorkVerdict([{ ...backlog, oldestSeconds: 20_000 }]).detail).toContain('the oldest for 6 h');
    expect(poolVerdict([pool('tenants', 0), pool('system', 0)]).status).toBe('ok');
    expect(poolVerdict([pool('tenants', 0), pool('system', 4)])).toMatchObject({
      status: 'warning',
      detail: expect.stringContaining('4 for system work'),
    });
    expect(redisVerdict('unconfigured').status).toBe('ok');
    expect(redisVerdict('answers').status).toBe('ok');
    expect(redisVerdict('silent').status).toBe('problem');
    expect(stagingVerdict({ freeBytes: 6e9 }).status).toBe('ok');
    expect(stagingVerdict({ freeBytes: 4.9e9 }).status).toBe('warning');
    expect(stagingVerdict({ failure: 'EROFS' }).detail).toContain('EROFS');
  });

  it('are summarised by the worst', () => {
    expect(worstOf([])).toBe('ok');
    expect(worstOf(['ok', 'problem', 'warning'])).toBe('problem');
    expect(worstOf(['ok', 'warning'])).toBe('warning');
  });
});

describe('bucketVerdict', () => {
  it('names the bucket and its error without secrets', () => {
    expect(bucketVerdict(undefined)).toMatchObject({ status: 'ok' });
    expect(bucketVerdict({ bucket: 'videos' })).toMatchObject({ status: 'ok' });
    const broken = bucketVerdict({ bucket: 'videos', failure: 'Access Denied' });
    expect(broken).toMatchObject({ status: 'problem', fix: expect.stringContaining('S3_ENDPOINT') });
    expect(JSON.stringify(broken)).toContain('videos is not usable (Access Denied)');
  });
});

describe('pullsVerdict', () => {
  const publicUrl = 'http://localhost:3000';
  it('explains what cannot be published while nothing is verified', () => {
    const verdict = pullsVerdict({ publicUrl, verifiedUrls: [], message: 'must begin with https://' });
    expect(verdict).toMatchObject({
      status: 'warning',
      detail: expect.stringContaining('cannot be published'),
      fix: expect.stringContaining('TIKTOK_VERIFIED_URLS'),
    });
  });

  it('warns if the verified addresses do not cover this service', () => {
    const verdict = pullsVerdict({ publicUrl, verifiedUrls: ['x.example'], message: 'must be on' });
    expect(verdict).toMatchObject({ status: 'warning', fix: expect.stringContaining('MEDIA_PUBLIC_URL') });
  });

  it('accepts an address from which TikTok may fetch', () => {
    expect(pullsVerdict({ publicUrl, verifiedUrls: ['x'], message: undefined }).status).toBe('ok');
  });
});

describe('settingsVerdict', () => {
  it('repeats the notices of the start, and reports production that does not call TikTok', () => {
    expect(settingsVerdict([], false).status).toBe('ok');
    expect(settingsVerdict(['Blanks around PORT are ignored.'], true)).toMatchObject({
      status: 'warning',
      detail: expect.stringMatching(/^Blanks around PORT are ignored\. In production, none of/),
      fix: expect.stringContaining('restart'),
    });
  });
});
