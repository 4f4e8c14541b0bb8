import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { CredentialTokens } from '../../../src/integrations/index.js';
import { AnswerEditor } from '../../support/answer-editor.js';
import type { ApiClient, PageBody } from '../../support/api-client.js';
import { follow, giveConsent } from '../../support/given/consent.js';
import { startConnector, type RunningConnector, type Tenant } from '../../support/connector.js';
import { callbackOf } from '../../support/given/family-consent.js';
import { TOKEN } from '../../support/sandbox-control.js';

const REVOKE_PATH = '/v2/oauth/revoke/';
const REVOKE = `POST ${REVOKE_PATH}`;

let connector: RunningConnector;
let editor: AnswerEditor;
beforeAll(async () => {
  editor = await AnswerEditor.start();
  connector = await startConnector({
    webhooks: false,
    environment: {
      TIKTOK_API_BASE_URL: editor.url,
      TIKTOK_BUSINESS_BASE_URL: editor.url,
      TIKTOK_BUSINESS_TIER: 'ultimate',
    },
    sandbox: { business: { appLevel: 'ultimate' } },
  });
  editor.target = connector.sandbox.url;
}, 60_000);
afterAll(async () => {
  await connector.stop();
  await editor.close();
});
afterEach(() => editor.clear());

const query = <Row>(sql: string, values: unknown[] = []) => connector.database.query<Row>(sql, values);

async function integrationIdOf(api: ApiClient): Promise<string | undefined> {
  const { body } = await api.get<PageBody<{ id: string }>>('/api/integrations');
  return body.items[0]?.id;
}

const disconnect = ({ api, integrationId }: Tenant) =>
  api.post(`/api/integrations/${integrationId}/disconnect`, {});
const isGone =
  ({ integrationId }: Tenant) =>
  async () =>
    (await query('SELECT 1 FROM integrations WHERE id = $1', [integrationId])).length === 0;
const disconnected = async (tenant: Tenant) => {
  await disconnect(tenant);
  await eventually(isGone(tenant));
};

/** True if TikTok accepts the token of the integration's credential. */
async function works(integrationId: string | undefined): Promise<boolean> {
  const [row] = await query<{ id: string }>('SELECT credential_id AS id FROM integrations WHERE id = $1', [
    integrationId,
  ]);
  const token = await connector.app.get(CredentialTokens).accessToken(row?.id ?? '');
  const answer = await fetch(`${connector.sandbox.url}/v2/user/info/?fields=open_id`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return answer.ok;
}

/** Returns how many consents of the account TikTok knows. */
async function consentsOf({ username }: Tenant): Promise<unknown> {
  const { consents } = await connector.sandbox.control('/tokens/expire', { account: username });
  return consents;
}

async function countOf(family: string): Promise<number> {
  return (await query('SELECT 1 FROM credentials WHERE family = $1', [family])).length;
}

describe('a consent during the purge of the same account', () => {
  it('keeps its fresh tokens while the profile is still loading', async () => {
    const leaving = await connector.tenant();
    const api = connector.api();
    const callback = await giveConsent(api, { account: leaving.username });
    const revoked = await connector.sandbox.calls(REVOKE);
    editor.edit('/v2/user/info/', async (body) => {
      await disconnected(leaving);
      return body;
    });

    const landed = await follow(callback.href);

    expect(landed.searchParams.get('status')).toBe('connected');
    expect(await connector.sandbox.calls(REVOKE)).toBe(revoked);
    expect(await works(landed.searchParams.get('integrationId') ?? '')).toBe(true);
  });

  it('keeps its fresh tokens when the purge is revoking the older ones', async () => {
    const leaving = await connector.tenant();
    const api = connector.api();
    editor.edit(REVOKE_PATH, async (body) => {
      editor.clear();
      await connector.connect(api, { account: leaving.username });
      return body;
    });

    await disconnected(leaving);

    expect(await works(await integrationIdOf(api))).toBe(true);
  });
});

describe('tokens granted while their integration was being disconnected', () => {
  it.each([
    ['account', '/open_api/v1.3/tt_user/oauth2/token/', 'POST /open_api/v1.3/tt_user/oauth2/revoke/'],
    ['advertiser', '/open_api/v1.3/oauth2/access_token/', 'POST /open_api/v1.3/oauth2/revoke_token/'],
  ] as const)('are revoked, and the return address says so (%s)', async (family, tokenPath, revoke) => {
    const api = connector.api();
    const username = `user_${randomUUID().slice(0, 8)}`;
    await connector.sandbox.control('/accounts', { username, videos: 0 });
    const callback = await callbackOf(family, api, username);
    const id = await integrationIdOf(api);
    const [before, saved] = [await connector.sandbox.calls(revoke), await countOf(family)];
    editor.edit(tokenPath, async (body) => {
      await query(`UPDATE integrations SET status = 'disconnected', due_at = NULL WHERE id = $1`, [id]);
      return body;
    });

    const { searchParams } = await follow(callback.href);

    expect(searchParams.get('code') ?? searchParams.get('warning')).toMatch(/integration_gone$/);
    expect(await connector.sandbox.calls(revoke)).toBe(before + 1);
    expect(await countOf(family)).toBe(saved);
  });
});

describe('disconnecting an account', () => {
  it('revokes with a renewed token when TikTok has ended the stored one early', async () => {
    const leaving = await connector.tenant();
    await connector.sandbox.control('/tokens/expire', { account: leaving.username, kind: 'access' });
    const tokenCalls = await connector.sandbox.calls(TOKEN);

    await disconnected(leaving);

    expect(await connector.sandbox.calls(TOKEN)).toBe(tokenCalls + 1);
    expect(await consentsOf(leaving)).toBe(0);
  });

  it('counts the access as revoked when the user has removed it', async () => {
    const leaving = await connector.tenant();
    await connector.sandbox.control('/tokens/revoke', { account: leaving.username, reason: 1 });

    await disconnected(leaving);

    const [row] = await query(`SELECT 1 FROM audit_entries WHERE subject_id = $1`, [leaving.integrationId]);
    expect(row).toBeDefined();
  });

  it('also revokes newer tokens from a reconnect in the meantime', async () => {
    const leaving = await connector.tenant();
    editor.edit(REVOKE_PATH, async (body) => {
      editor.clear();
      await connector.connect(leaving.api, { account: leaving.username });
      await disconnect(leaving);
      return body;
    });

    await disconnected(leaving);

    expect(await consentsOf(leaving)).toBe(0);
  });
});
