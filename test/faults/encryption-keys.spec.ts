import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { buildService } from '../support/harness/build-service.js';
import { Deployment, newKey, type Connected, type Ended } from '../support/harness/deployment.js';
import type { ServiceProcess } from '../support/harness/service-process.js';
import { until } from '../support/harness/until.js';

const STARTS_TAKE_MS = 240_000;

let deployment: Deployment;

beforeAll(buildService, STARTS_TAKE_MS);

/** A key of the same name with other bytes. */
const otherKey = (key: string) => newKey(key.split(':')[0] ?? '');
const bytesOf = (key: string) => key.split(':')[1] ?? '';

async function ready({ url }: { url: string }): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await fetch(`${url}/health/ready`);
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

/** Makes a call that needs the account's token at TikTok. */
async function creatorInfo(
  { organisationId, integrationId }: Connected,
  service: ServiceProcess,
): Promise<{ status: number; code: unknown }> {
  const api = deployment.api(organisationId, service);
  const { status, body } = await api.provider('get-creator-info', { integrationId });
  return { status, code: (body as { code?: unknown }).code };
}

function expectRefusal({ code, errors, text }: Ended, key: string): void {
  expect({ code, errors }).toEqual({ code: 1, errors: [expect.stringContaining(`"${key.split(':')[0]}"`)] });
  expect(errors[0]).toContain('not the key that this database knows');
  expect(text).not.toContain(bytesOf(key).slice(0, 12));
}

describe('a key that is not the one that the database knows by its name', () => {
  const right = newKey('k1');
  let account: Connected;

  beforeAll(async () => {
    deployment = await Deployment.open();
    const service = await deployment.start(right);
    account = await deployment.connect(service);
    await service.stop();
  }, STARTS_TAKE_MS);
  afterAll(() => deployment.close());

  it(
    'prevents the start of a process, first in the list or behind another key',
    async () => {
      const wrong = otherKey(right);
      expectRefusal(await deployment.failToStart(wrong), wrong);
      expectRefusal(await deployment.failToStart(`${newKey('k2')},${wrong}`), wrong);
      // No proof was stored of the other key.
      expect(await deployment.database.query('SELECT key_id FROM encryption_key_checks')).toEqual([
        { key_id: 'k1' },
      ]);
    },
    STARTS_TAKE_MS,
  );

  it(
    'is detected by the values that it does not decrypt, in a database without proofs',
    async () => {
      await deployment.database.query('DELETE FROM encryption_key_checks');
      const wrong = otherKey(right);
      expectRefusal(await deployment.failToStart(wrong), wrong);
      expect(await deployment.database.query('SELECT * FROM encryption_key_checks')).toEqual([]);

      const service = await deployment.start(right);
      expect((await creatorInfo(account, service)).status).toBe(200);
      await service.stop();
      expectRefusal(await deployment.failToStart(wrong), wrong);
    },
    STARTS_TAKE_MS,
  );

  it(
    'is also named by the commands, which change nothing',
    async () => {
      const wrong = otherKey(right);
      const rotated = await deployment.command('keys-rotate', [], wrong);
      expect(rotated).toMatchObject({ code: 1, text: expect.stringContaining('"k1" is not the key') });

      const doctor = await deployment.command('doctor', ['--json'], wrong);
      expect(doctor.code).toBe(1);
      expect(findings(doctor).encryption_keys).toMatchObject({
        status: 'problem',
        detail: expect.stringContaining('"k1"'),
      });
    },
    STARTS_TAKE_MS,
  );
});

it(
  'lets exactly one of two processes start that have different keys under one name',
  async () => {
    deployment = await Deployment.open();
    try {
      const keys = [newKey('k1'), newKey('k1')];
      const outcomes = await Promise.all(
        keys.map((key) =>
          deployment.start(key).then(
            () => 'started',
            (error: unknown) => String(error),
          ),
        ),
      );
      expect(outcomes.toSorted()).toEqual([
        expect.stringContaining('not the key that this database knows'),
        'started',
      ]);
    } finally {
      await deployment.close();
    }
  },
  STARTS_TAKE_MS,
);

describe('a missing key that stored tokens need', () => {
  it(
    'is logged with its name and count, and the other accounts work',
    async () => {
      deployment = await Deployment.open();
      try {
        const [k1, k2] = [newKey('k1'), newKey('k2')];
        let service = await deployment.start(k1);
        const first = await deployment.connect(service);
        await service.stop();
        service = await deployment.start(`${k2},${k1}`);
        const second = await deployment.connect(service);
        await service.stop();

        service = await deployment.start(k2);

        expect(service.output).toContain(
          'TOKEN_ENCRYPTION_KEYS lacks keys that stored tokens need: \\"k1\\" (1 credentials)',
        );
        expect(await ready(service)).toMatchObject({
          status: 200,
          body: { encryptionKeys: 'unavailable', notes: [expect.stringContaining('Some TikTok accounts')] },
        });
        expect(await creatorInfo(second, service)).toMatchObject({ status: 200 });
        expect(await creatorInfo(first, service)).toEqual({ status: 409, code: 'token_unreadable' });
        const doctor = findings(await deployment.command('doctor', ['--json'], k2));
        expect(doctor.encryption_keys?.detail).toContain('Not configured: "k1"');
        expect(doctor.encryption_keys?.detail).toContain(first.integrationId);
        expect(doctor.encryption_keys?.detail).not.toContain(second.integrationId);
      } finally {
        await deployment.close();
      }
    },
    STARTS_TAKE_MS,
  );
});

const keysInUse = async () =>
  (await deployment.database.query<{ key: string }>('SELECT DISTINCT key_id AS key FROM credentials')).map(
    ({ key }) => key,
  );

describe('rotating the encryption key by the steps of docs/operating.md', () => {
  const [old, fresh] = [newKey('old'), newKey('new')];
  let service: ServiceProcess;
  let accounts: Connected[];

  beforeAll(async () => {
    deployment = await Deployment.open();
    service = await deployment.start(old);
    accounts = [];
    for (let n = 0; n < 3; n += 1) accounts.push(await deployment.connect(service));
  }, STARTS_TAKE_MS);
  beforeEach(() => expect(service.hasEnded).toBe(false));
  afterAll(() => deployment.close());

  const assertAllWork = async (which = accounts) => {
    for (const account of which) expect(await creatorInfo(account, service)).toMatchObject({ status: 200 });
  };

  it(
    'is refused while a running process lacks the new key, naming both',
    async () => {
      const { code, text } = await deployment.command('keys-rotate', [], `${fresh},${old}`);

      expect(code).toBe(1);
      expect(text).toMatch(/lack the key "new"/);
      expect(text).toMatch(/all on \S+ \(process \d+, version \S+\) has "old"/);
      expect(text).toContain('--wait');
      expect(await keysInUse()).toEqual(['old']);
      expect((await ready(service)).status).toBe(200);
      await assertAllWork();
    },
    STARTS_TAKE_MS,
  );

  it(
    'continues the waiting command once every process has the new key (steps 2 and 3)',
    async () => {
      const waiting = deployment.command('keys-rotate', ['--wait'], `${fresh},${old}`);
      const second = await deployment.start(`${old},${fresh}`);
      await service.stop();
      service = await deployment.start(`${fresh},${old}`);
      await second.stop();
      await assertAllWork();

      const { code, text } = await waiting;
      expect({ code, text }).toMatchObject({
        code: 0,
        text: expect.stringContaining('Done: 3 stored values'),
      });
    },
    STARTS_TAKE_MS,
  );

  it(
    're-encrypts everything, repeatably and twice at once, and the doctor releases the old key (steps 4 to 6)',
    async () => {
      expect(await keysInUse()).toEqual(['new']);
      const twice = [1, 2].map(() => deployment.command('keys-rotate', [], `${fresh},${old}`));
      for (const { code, text } of await Promise.all(twice)) {
        expect(text).toContain('Done: 0 stored values');
        expect(code).toBe(0);
      }
      const doctor = findings(await deployment.command('doctor', ['--json'], `${fresh},${old}`));
      expect(doctor.processes?.detail).toMatch(/1 running: all on \S+ .* keys "new", "old"/);
      expect(doctor.encryption_keys?.detail).toContain('No longer needed: "old"');
    },
    STARTS_TAKE_MS,
  );

  it(
    'works without the old key (step 7)',
    async () => {
      await service.stop();
      service = await deployment.start(fresh);
      await assertAllWork();
    },
    STARTS_TAKE_MS,
  );

  it(
    'skips and names unreadable rows, rotates the others, and exits with 1',
    async () => {
      const next = newKey('next');
      const [damaged, lost, whole] = accounts as [Connected, Connected, Connected];
      const damage = `UPDATE credentials SET access_token = overlay(access_token placing 'AAAAAAAA' from 60) WHERE id = $1`;
      await deployment.database.query(damage, [damaged.credentialId]);
      await deployment.database.query(
        `UPDATE credentials SET access_token = replace(access_token, 'v1.new.', 'v1.gone.') WHERE id = $1`,
        [lost.credentialId],
      );
      await service.stop();
      service = await deployment.start(`${next},${fresh}`);

      for (let run = 0; run < 2; run += 1) {
        const { code, text } = await deployment.command('keys-rotate', [], `${next},${fresh}`);
        expect(code).toBe(1);
        for (const { credentialId, username, organisationId } of [damaged, lost])
          expect(text).toMatch(
            new RegExp(
              `Skipped credential ${credentialId} \\(@${username} of organisation ${organisationId}`,
            ),
          );
        expect(text).toContain('no key "gone" in TOKEN_ENCRYPTION_KEYS');
        expect(text).toContain('the key "new" does not open it');
        expect(text).toContain(`Done: ${run === 0 ? 1 : 0} stored values`);
        expect(text).toContain('2 cannot be read');
      }
      await assertAllWork([whole]);
      expect(await keysInUse()).toEqual(expect.arrayContaining(['next', 'new', 'gone']));
    },
    STARTS_TAKE_MS,
  );
});

describe('a process that lacks the current encryption key', () => {
  it(
    'is not ready, and marks no account as unreadable',
    async () => {
      deployment = await Deployment.open();
      try {
        const [old, fresh] = [newKey('old'), newKey('new')];
        const behind = await deployment.start(old);
        const ahead = await deployment.start(`${fresh},${old}`);
        const account = await deployment.connect(ahead);

        const answer = await until(async () => {
          const seen = await ready(behind);
          return seen.status === 503 && seen;
        });
        expect(answer.body).toMatchObject({
          code: 'encryption_key_missing',
          detail: expect.stringContaining('lacks the encryption key'),
        });
        await until(() => behind.output.includes('lacks: \\"new\\"'));
        expect((await ready(ahead)).status).toBe(200);

        expect(await creatorInfo(account, behind)).toEqual({ status: 409, code: 'token_unreadable' });
        expect(await creatorInfo(account, ahead)).toMatchObject({ status: 200 });
        expect(await deployment.database.query('SELECT kind FROM notifications')).toEqual([]);

        const { processes } = findings(await deployment.command('doctor', ['--json'], `${fresh},${old}`));
        expect(processes).toMatchObject({
          status: 'problem',
          detail: expect.stringContaining('lacks "new"'),
        });
      } finally {
        await deployment.close();
      }
    },
    STARTS_TAKE_MS,
  );
});

interface Finding {
  check: string;
  status: string;
  detail: string;
}

function findings({ text }: Ended): Record<string, Finding | undefined> {
  const { items } = JSON.parse(text.slice(text.indexOf('{'))) as { items: Finding[] };
  return Object.fromEntries(items.map((item) => [item.check, item]));
}
