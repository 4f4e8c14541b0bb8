import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, describe } from '@jest/globals';
import type { AppConfig, EncryptionKey } from '../../src/config/index.js';
import { KeyCensus, KeyChecks, KeyRotation, StoredSecrets } from '../../src/integrations/index.js';
import { encryptWith, keyIdOf } from '../../src/integrations/credentials/store/token-cipher.js';
import { ProcessRegister } from '../../src/runtime/index.js';
import { useConnector } from '../support/connector.js';
import { insertRows } from '../support/given/organisation-rows.js';

const connector = useConnector({ webhooks: false, environment: { APP_ROLE: 'api' } });
const query = <Row>(sql: string, values: unknown[] = []) => connector().database.query<Row>(sql, values);
const checks = () => connector().app.get(KeyChecks);

const named = (id: string): EncryptionKey => ({ id, key: randomBytes(32) });
const right = named('k1');
const wrong = named('k1');

let original: AppConfig['encryptionKeys'];
beforeEach(async () => {
  original = connector().config.encryptionKeys;
  await query('TRUNCATE encryption_key_checks, integrations, credentials CASCADE');
});
afterEach(() => configure(...original));

function configure(...keys: EncryptionKey[]): void {
  Object.assign(connector().config, { encryptionKeys: keys });
}

const known = async () =>
  (await query<{ id: string }>('SELECT key_id AS id FROM encryption_key_checks ORDER BY 1')).map(
    ({ id }) => id,
  );

/** Inserts credentials as a version without proofs left them. */
async function store(
  key: EncryptionKey,
  count: number,
  spoil = (record: string) => record,
): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  for (const id of ids) {
    const sealed = (field: string) => spoil(encryptWith(key, `rft.${id}`, { recordId: id, field }));
    await query(
      `INSERT INTO credentials (id, family, app_id, subject, access_token, refresh_token, scopes, issued_at)
       VALUES ($1, 'login', 'app', $2, $3, $4, '{}', now())`,
      [id, id, sealed('access_token'), sealed('refresh_token')],
    );
  }
  return ids;
}

describe('KeyChecks without a stored proof', () => {
  it('accepts an unknown key, and stores a proof of it', async () => {
    configure(right);
    await checks().assertGenuine();
    await checks().assertGenuine();
    expect(await known()).toEqual(['k1']);

    configure(wrong);
    await expect(checks().assertGenuine()).rejects.toThrow('"k1" is not the key that this database knows');
    expect(await checks().wrongKeys()).toEqual(['k1']);
  });

  it('stores no proof when one of the keys is wrong', async () => {
    await store(right, 2);
    configure(named('k2'), wrong);
    await expect(checks().assertGenuine()).rejects.toThrow('"k1" (it decrypts 0 of 4 stored values');
    expect(await known()).toEqual([]);
  });

  it('accepts the right key although some tokens are damaged', async () => {
    await store(right, 3);
    await store(right, 2, (record) => record.slice(0, 30));
    await store(right, 1, (record) => record.slice(0, -4).concat('AAAA'));
    configure(right);
    await checks().assertGenuine();
  });

  it('refuses a key that was used by mistake under the name for a while', async () => {
    await store(right, 6);
    await store(wrong, 2);
    configure(wrong);
    await expect(checks().assertGenuine()).rejects.toThrow('"k1" (it decrypts 4 of 16');
    configure(right);
    await checks().assertGenuine();
  });

  it('also checks the token journal', async () => {
    const folder = path.join(connector().config.dataDir, 'token-journal');
    await mkdir(folder, { recursive: true });
    const name = `${randomUUID()}.abc`;
    const file = path.join(folder, `${name}.pair`);
    await writeFile(file, encryptWith(right, '{}', { recordId: name, field: 'journal' }));
    configure(wrong);
    await expect(checks().assertGenuine()).rejects.toThrow('"k1" (it decrypts 0 of 1');
    // With a newer key in front, the journal is re-encrypted and needs that key only.
    configure(named('k2'), right);
    await checks().assertGenuine();
    await connector().app.get(StoredSecrets).renewJournal();
    const [entry] = await connector().app.get(StoredSecrets).journalled();
    expect(keyIdOf(entry?.record ?? '')).toBe('k2');
  });

  it('accepts exactly one of several processes that start together with different keys', async () => {
    const outcomes = await Promise.allSettled(
      [named('k1'), named('k1'), named('k1'), named('k1')].map((key) => {
        const config = { encryptionKeys: [key] } as unknown as AppConfig;
        const { system, secrets } = checks() as unknown as { system: never; secrets: never };
        return new KeyChecks(config, system, secrets).assertGenuine();
      }),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('KeyCensus', () => {
  it('counts working credentials by key', async () => {
    await store(named('a'), 3);
    await store(named('b'), 2);
    const [dead] = await store(named('c'), 1);
    await query('UPDATE credentials SET rejected_at = now() WHERE id = $1', [dead]);
    await insertRows(connector().database);
    configure(named('b'));
    const census = connector().app.get(KeyCensus);
    expect(await census.missing()).toEqual(['a']);
    expect(await census.counts()).toEqual([
      { keyId: 'a', credentials: 3 },
      { keyId: 'b', credentials: 2 },
    ]);
  });
});

describe('KeyRotation', () => {
  it('skips many unreadable rows, and also rotates upload addresses', async () => {
    const [old, fresh] = [named('old'), named('fresh')];
    await store(named('lost'), 130);
    await store(old, 130);
    const { publicationId } = await insertRows(connector().database);
    const place = { recordId: publicationId, field: 'upload_url' };
    await query('UPDATE publications SET upload_url = $2 WHERE id = $1', [
      publicationId,
      encryptWith(old, 'https://upload.example/', place),
    ]);
    configure(fresh, old);
    const skipped: string[] = [];
    const progress: number[] = [];

    const rotated = await connector()
      .app.get(KeyRotation)
      .rotate(
        (done) => progress.push(done),
        ({ error }) => skipped.push(error.keyId ?? '?'),
      );

    expect(rotated).toBe(131);
    // The row of insertRows contains no record.
    expect(skipped.toSorted()).toEqual(['?', ...Array.from({ length: 130 }, () => 'lost')]);
    expect(progress.length).toBeGreaterThan(1);
    expect(await query(`SELECT 1 FROM publications WHERE upload_url LIKE 'v1.fresh.%'`)).toHaveLength(1);
    expect(await query(`SELECT key_id, count(*)::int AS n FROM credentials GROUP BY 1 ORDER BY 1`)).toEqual([
      { key_id: '', n: 1 },
      { key_id: 'fresh', n: 130 },
      { key_id: 'lost', n: 130 },
    ]);
  });

  it('stops when a process without the key starts during a rotation', async () => {
    const [old, fresh] = [named('old'), named('fresh')];
    await store(old, 250);
    configure(fresh, old);
    const announce = () =>
      query(`INSERT INTO processes (id, role, version, host, pid, key_ids, newest_key_id)
        VALUES (gen_random_uuid(), 'worker', '0', 'late', 1, '{old}', 'old')`);
    let announced: Promise<unknown> | undefined;
    const rotation = connector()
      .app.get(KeyRotation)
      .rotate(() => void (announced ??= announce()));
    await expect(rotation).rejects.toThrow('running processes lack the encryption key "fresh"');
    await announced;
    await query(`DELETE FROM processes WHERE host = 'late'`);
  });
});

describe('ProcessRegister', () => {
  it('ignores and deletes a process that was not seen for 30 s', async () => {
    await query(`INSERT INTO processes (id, role, version, host, pid, key_ids, newest_key_id, seen_at) VALUES
      (gen_random_uuid(), 'all', '0', 'stale', 1, '{a}', 'a', now() - interval '31 s'),
      (gen_random_uuid(), 'all', '0', 'dead', 1, '{a}', 'a', now() - interval '61 s')`);
    const register = connector().app.get(ProcessRegister);
    expect((await register.live()).map(({ id }) => id)).toEqual([register.id]);
    const hosts = async () =>
      (await query<{ host: string }>('SELECT host FROM processes')).map(({ host }) => host);
    while ((await hosts()).includes('dead')) await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await hosts()).toContain('stale');
    await query(`DELETE FROM processes WHERE host = 'stale'`);
  });
});
