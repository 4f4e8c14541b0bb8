import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { CredentialTokens } from '../../src/integrations/index.js';
import { JournalReplay } from '../../src/integrations/credentials/journal/journal-replay.js';
import { AnswerEditor } from '../support/answer-editor.js';
import type { ApiClient, PageBody } from '../support/api-client.js';
import { follow, giveConsent, RETURN_URL } from '../support/given/consent.js';
import { startConnector, type RunningConnector } from '../support/connector.js';
import { allTokenCalls, callbackOf } from '../support/given/family-consent.js';
import { TcpGate } from '../support/tcp-gate.js';

const TOKEN_PATH = '/v2/oauth/token/';
const ADVERTISER_TOKEN_PATH = '/open_api/v1.3/oauth2/access_token/';
const REVOKE = 'POST /v2/oauth/revoke/';

let connector: RunningConnector;
let editor: AnswerEditor;
let gate: TcpGate;
let api: ApiClient;
let account: string;

beforeAll(async () => {
  editor = await AnswerEditor.start();
  connector = await startConnector({
    webhooks: false,
    environment: { TIKTOK_API_BASE_URL: editor.url, TIKTOK_BUSINESS_BASE_URL: editor.url },
    databaseThrough: async (url) => {
      gate = await TcpGate.before(url);
      return gate.url;
    },
  });
  editor.target = connector.sandbox.url;
}, 60_000);
afterAll(async () => {
  await connector.stop();
  await editor.close();
  await gate.cut();
});

beforeEach(async () => {
  api = connector.api();
  account = `user_${randomUUID().slice(0, 8)}`;
  await connector.sandbox.control('/accounts', { username: account, videos: 0 });
});
afterEach(() => editor.clear());

const query = <Row>(sql: string, values: unknown[] = []) => connector.database.query<Row>(sql, values);

/** Cuts the database after TikTok has sent tokens, before the service has read them. */
function cutAtAnswerOf(tokenPath: string): void {
  editor.edit(tokenPath, (body) => {
    void gate.cut();
    return body;
  });
}

async function comeBack(callback: URL): Promise<Record<string, string>> {
  const landed = await follow(callback.href);
  expect(landed.origin + landed.pathname).toBe(RETURN_URL);
  return Object.fromEntries(landed.searchParams);
}

const journal = () => path.join(connector.config.dataDir, 'token-journal');
const journalled = () => readdir(journal()).catch(() => []);
const isJournalEmpty = async () => (await journalled()).length === 0;

async function integrations(): Promise<{ id: string; status: string; families: object }[]> {
  const { body } =
    await api.get<PageBody<{ id: string; status: string; families: object }>>('/api/integrations');
  return body.items;
}

async function tokenOf(integrationId: string | undefined): Promise<string> {
  const [row] = await query<{ id: string }>('SELECT credential_id AS id FROM integrations WHERE id = $1', [
    integrationId,
  ]);
  return await connector.app.get(CredentialTokens).accessToken(row?.id ?? '');
}

describe('a grant at the moment when the database fails', () => {
  it('explains the delay, and is completed automatically when the database is back', async () => {
    const callback = await giveConsent(api, { account });
    const before = await allTokenCalls(connector.sandbox);
    cutAtAnswerOf(TOKEN_PATH);

    const outcome = await comeBack(callback);

    expect(outcome).toEqual({ status: 'error', code: 'saving_delayed' });
    const [name = '', ...more] = await journalled();
    expect(more).toEqual([]);
    const entry = await readFile(path.join(journal(), name), 'utf8');
    expect(entry).toMatch(/^v1\.test\./);
    expect(entry).not.toMatch(/act\.|rft\./);

    await gate.restore();
    await eventually(isJournalEmpty);
    const [connected] = await integrations();
    expect(connected).toMatchObject({ status: 'active', families: { login: true } });
    await expect(tokenOf(connected?.id)).resolves.toEqual(expect.any(String));
    expect((await allTokenCalls(connector.sandbox)) - before).toBe(1);
  });

  it('connects normally when the database is back at once', async () => {
    const callback = await giveConsent(api, { account });
    editor.edit(TOKEN_PATH, (body) => {
      void gate.cut().then(() => gate.restore());
      return body;
    });

    expect(await comeBack(callback)).toMatchObject({ status: 'connected' });
    expect(await isJournalEmpty()).toBe(true);
  });

  it('is also completed for ad accounts', async () => {
    const callback = await callbackOf('advertiser', api, account);
    cutAtAnswerOf(ADVERTISER_TOKEN_PATH);

    expect(await comeBack(callback)).toEqual({ status: 'error', code: 'saving_delayed' });

    await gate.restore();
    await eventually(isJournalEmpty);
    expect(await integrations()).toMatchObject([{ families: { advertiser: true } }]);
  });

  it('is revoked when its OAuth state is too old', async () => {
    const callback = await giveConsent(api, { account });
    const revoked = await connector.sandbox.calls(REVOKE);
    cutAtAnswerOf(TOKEN_PATH);
    await comeBack(callback);
    // States are deleted a day after they expire.
    await query(`DELETE FROM oauth_states WHERE used_at IS NOT NULL`);

    await gate.restore();
    await eventually(isJournalEmpty);

    expect(await connector.sandbox.calls(REVOKE)).toBe(revoked + 1);
    expect(await integrations()).toEqual([]);
    const unused = `SELECT 1 FROM credentials c WHERE NOT EXISTS
      (SELECT FROM integrations i WHERE c.id IN (i.credential_id, i.advertiser_credential_id))`;
    expect(await query(unused)).toEqual([]);
  });

  it('does not restore what the organisation has disconnected since', async () => {
    const callback = await giveConsent(api, { account });
    cutAtAnswerOf(TOKEN_PATH);
    await comeBack(callback);
    const [state] = await query<{ organisation: string }>(
      `SELECT organisation_id AS organisation FROM oauth_states ORDER BY used_at DESC NULLS LAST LIMIT 1`,
    );
    await query(
      `INSERT INTO audit_entries (id, organisation_id, action, subject_type, subject_id, actor, happened_at)
       VALUES (gen_random_uuid(), $1, 'integration_purged', 'integration', gen_random_uuid(), 'tester', now())`,
      [state?.organisation],
    );

    await gate.restore();
    await eventually(isJournalEmpty);

    expect(await integrations()).toEqual([]);
  });

  it('is completed at the next start when the process ended before', async () => {
    const callback = await giveConsent(api, { account });
    cutAtAnswerOf(TOKEN_PATH);
    await comeBack(callback);
    const replay = connector.app.get(JournalReplay);
    replay.onApplicationShutdown();

    await gate.restore();
    expect(await isJournalEmpty()).toBe(false);
    await replay.run('grant');

    expect(await isJournalEmpty()).toBe(true);
    expect(await integrations()).toMatchObject([{ status: 'active' }]);
  });
});
