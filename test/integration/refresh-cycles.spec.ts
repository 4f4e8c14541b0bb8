import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { BusyError } from '../../src/common/index.js';
import { SystemContext } from '../../src/database/index.js';
import { CredentialTokens, ReconnectNeededError } from '../../src/integrations/index.js';
import { TokenVault } from '../../src/integrations/credentials/store/token-vault.js';
import { Credential } from '../../src/integrations/integration/credential.entity.js';
import { useConnector, type Tenant } from '../support/connector.js';
import { otherProcess, type OtherProcess } from '../support/other-process.js';
import { TOKEN } from '../support/sandbox-control.js';
import { SeededRandom } from '../support/seeded-random.js';

const CYCLES = 150;
const CALLERS = 4;
const SEED = 150;
/** Faults of a refresh that have no effect at TikTok. */
const FAULTS = ['none', 'none', 'slow', 'http500_html', 'reset', 'empty_body'] as const;

const connector = useConnector({ webhooks: false });
let tenant: Tenant;
let credentialId: string;
let other: OtherProcess;

beforeAll(async () => {
  other = await otherProcess(connector(), { sameMachine: false });
  // Records each rejection of the credential and each expiry of an integration, even if it is revived.
  await query(`CREATE TABLE deaths (what text)`);
  await query(`
    CREATE FUNCTION note_death() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
    $$ BEGIN INSERT INTO deaths VALUES (TG_TABLE_NAME); RETURN NULL; END $$`);
  await query(`
    CREATE TRIGGER note_death AFTER UPDATE ON credentials
    FOR EACH ROW WHEN (NEW.rejected_at IS NOT NULL) EXECUTE FUNCTION note_death()`);
  await query(`
    CREATE TRIGGER note_death AFTER UPDATE ON integrations
    FOR EACH ROW WHEN (NEW.status = 'expired') EXECUTE FUNCTION note_death()`);
});
afterAll(() => other.stop());

beforeEach(async () => {
  tenant = await connector().tenant();
  const [row] = await query<{ id: string }>('SELECT credential_id AS id FROM integrations WHERE id = $1', [
    tenant.integrationId,
  ]);
  credentialId = row?.id ?? '';
  await query('DELETE FROM deaths');
});
afterEach(() => connector().sandbox.clearFaults());

const query = <Row>(sql: string, parameters: unknown[] = []) =>
  connector().database.query<Row>(sql, parameters);
const tokens = () => connector().app.get(CredentialTokens);
const tokenCalls = () => connector().sandbox.calls(TOKEN);

/** Expires the access token in our record, and ends any cool-down. */
function expire(): Promise<unknown> {
  return query(
    `UPDATE credentials SET issued_at = now() - interval '3 hours', access_expires_at = now() - interval '1 hour',
       refresh_retry_at = NULL WHERE id = $1`,
    [credentialId],
  );
}

/** Returns the stored refresh token. */
function storedRefreshToken(): Promise<string> {
  const { app } = connector();
  return app.get(SystemContext).transaction('a test reads a token', async (em) => {
    const row = await em.getRepository(Credential).findOneByOrFail({ id: credentialId });
    return app.get(TokenVault, { strict: false }).refreshToken(row);
  });
}

async function status(): Promise<unknown> {
  const { body } = await tenant.api.get<{ items: { status: string }[] }>('/api/integrations');
  return body.items[0]?.status;
}

function journalled(): Promise<string[]> {
  return readdir(path.join(connector().config.dataDir, 'token-journal')).catch(() => []);
}

/** Makes each commit of new tokens fail, as when the database fails at that moment. */
async function refuseCommits(): Promise<void> {
  await query(`
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'the disk is gone'; END $$`);
  await query(`
    CREATE CONSTRAINT TRIGGER refuse AFTER UPDATE OF access_token ON credentials
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse()`);
}
const allowCommits = () => query('DROP FUNCTION IF EXISTS refuse() CASCADE');

/** Calls from two processes at once. @returns how many calls failed, and the tokens of the others */
async function callBoth(work: (custody: CredentialTokens) => Promise<string>) {
  const processes = [tokens(), other.tokens];
  const callers = processes.flatMap((custody) => Array.from({ length: CALLERS }, () => work(custody)));
  const settled = await Promise.allSettled(callers);
  const got = settled.filter((one) => one.status === 'fulfilled').map(({ value }) => value);
  return { failed: settled.length - got.length, tokens: new Set(got) };
}

describe('150 refreshes by two concurrent processes, with faults at TikTok', () => {
  it(`keep TikTok's current refresh token in the database and never reject it`, async () => {
    const random = new SeededRandom(SEED);
    const seen = new Set([await storedRefreshToken()]);

    for (let cycle = 1; cycle <= CYCLES; cycle += 1) {
      const fault = random.pick(...FAULTS);
      const held = await tokens().accessToken(credentialId);
      const before = await tokenCalls();
      const rejected = random.next() < 0.3;
      await expire();
      const injected = { match: TOKEN, kind: fault, times: 1, ...(fault === 'slow' && { ms: 30 }) };
      if (fault !== 'none') await connector().sandbox.control('/faults', injected);
      const want = (custody: CredentialTokens) =>
        rejected ? custody.renewedToken(credentialId, held) : custody.accessToken(credentialId);

      const first = await callBoth(want);
      // Only TikTok's fault makes calls fail; afterwards all get the same new token.
      if (fault === 'none' || fault === 'slow') expect({ cycle, ...first }).toMatchObject({ failed: 0 });
      else await query('UPDATE credentials SET refresh_retry_at = NULL WHERE id = $1', [credentialId]);
      const then = await callBoth(want);

      expect({ cycle, fault, failed: then.failed, tokens: then.tokens.size }).toEqual({
        cycle,
        fault,
        failed: 0,
        tokens: 1,
      });
      expect(then.tokens).not.toContain(held);
      const calls = (await tokenCalls()) - before;
      expect({ cycle, fault, calls }).toEqual({
        cycle,
        fault,
        calls: fault === 'none' || fault === 'slow' ? 1 : 2,
      });
      seen.add(await storedRefreshToken());
      await connector().sandbox.clearFaults();
    }

    // Each cycle has rotated the token, and the last one is TikTok's: it can be refreshed once more.
    expect(seen.size).toBe(CYCLES + 1);
    await expire();
    await expect(tokens().accessToken(credentialId)).resolves.toEqual(expect.any(String));
    expect(await query('SELECT * FROM deaths')).toEqual([]);
    expect(await status()).toBe('active');
    expect(await journalled()).toEqual([]);
  }, 120_000);
});

describe('a process that loses the race for a refresh', () => {
  afterEach(allowCommits);

  it('finds the pair in the journal when the winner on this machine could not commit, and rejects nothing', async () => {
    const neighbour = await otherProcess(connector(), { sameMachine: true });
    await expire();
    await refuseCommits();
    const won = await tokens().accessToken(credentialId);
    expect(await journalled()).toEqual([expect.stringMatching(credentialId)]);

    // While nothing can be committed, it returns an error and rejects nothing.
    await expect(neighbour.tokens.accessToken(credentialId)).rejects.toThrow('the disk is gone');
    await allowCommits();
    const found = await neighbour.tokens.accessToken(credentialId);

    expect(found).toBe(won);
    await eventually(async () => (await journalled()).length === 0);
    await expire();
    await expect(neighbour.tokens.accessToken(credentialId)).resolves.not.toBe(won);
    expect(await query('SELECT * FROM deaths')).toEqual([]);
    expect(await status()).toBe('active');
    await neighbour.stop();
  });

  it('waits and rejects nothing when the winner on another machine could not commit', async () => {
    await expire();
    await refuseCommits();
    const won = await tokens().accessToken(credentialId);

    // It sees only the old refresh token, which TikTok no longer accepts, and does not ask while the lease lasts.
    const refused = await tokenCalls();
    await expect(other.tokens.accessToken(credentialId)).rejects.toThrow(BusyError);
    expect((await tokenCalls()) - refused).toBe(0);
    await query('UPDATE credentials SET refresh_lease_until = now() WHERE id = $1', [credentialId]);
    const refusal = await eventually(async () => {
      const error: unknown = await other.tokens.accessToken(credentialId).catch((reason: unknown) => reason);
      return error instanceof BusyError ? undefined : error;
    });
    // One caller asks TikTok; later callers learn of the cool-down.
    expect(String(refusal)).toMatch(/another process|asks again soon/);
    await expect(other.tokens.accessToken(credentialId)).rejects.toThrow();
    expect((await tokenCalls()) - refused).toBe(1);
    expect(await query('SELECT * FROM deaths')).toEqual([]);
    await allowCommits();

    await eventually(async () => (await journalled()).length === 0);
    expect(await other.tokens.accessToken(credentialId)).toBe(won);
    expect(await status()).toBe('active');
    await expire();
    await expect(other.tokens.accessToken(credentialId)).resolves.not.toBe(won);
  });

  it('reads the committed pair of the winner before it asks TikTok', async () => {
    const held = await tokens().accessToken(credentialId);
    const before = await tokenCalls();

    const won = await other.tokens.renewedToken(credentialId, held);
    const late = await tokens().renewedToken(credentialId, held);

    expect(late).toBe(won);
    expect((await tokenCalls()) - before).toBe(1);
    expect(await query('SELECT * FROM deaths')).toEqual([]);
  });

  it('refreshes once the lease of a killed winner has expired', async () => {
    const held = await tokens().accessToken(credentialId);
    await query(
      `UPDATE credentials SET refresh_lease = gen_random_uuid(), refresh_lease_until = now() + interval '2 seconds',
         refresh_retry_at = now() + interval '2 seconds', refresh_owner = gen_random_uuid(), refresh_started_at = now()
       WHERE id = $1`,
      [credentialId],
    );
    const before = await tokenCalls();

    const found = await Promise.all(
      [tokens(), other.tokens].map((one) => one.renewedToken(credentialId, held)),
    );

    expect(new Set(found).size).toBe(1);
    expect(found).not.toContain(held);
    expect((await tokenCalls()) - before).toBe(1);
  });

  it('believes TikTok’s rejection after 10 min when the winner on another machine never returns', async () => {
    await connector().sandbox.control('/tokens/rotate', { account: tenant.username });
    await expire();
    const begun = (minutesAgo: number) =>
      query(
        `UPDATE credentials SET refresh_owner = gen_random_uuid(), refresh_retry_at = NULL,
           refresh_started_at = now() - make_interval(mins => $2) WHERE id = $1`,
        [credentialId, minutesAgo],
      );

    await begun(9);
    await expect(other.tokens.accessToken(credentialId)).rejects.not.toThrow(ReconnectNeededError);
    expect(await status()).toBe('active');
    await begun(11);
    await expect(other.tokens.accessToken(credentialId)).rejects.toThrow(ReconnectNeededError);
    expect(await status()).toBe('expired');
  });
});
