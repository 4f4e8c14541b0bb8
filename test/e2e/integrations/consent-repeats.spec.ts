import { randomUUID } from 'node:crypto';
import { ModuleRef } from '@nestjs/core';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CallbackService } from '../../../src/integrations/oauth/callback.service.js';
import { OAuthModule } from '../../../src/integrations/oauth/oauth.module.js';
import type { ApiClient, PageBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import { follow, giveConsent } from '../../support/given/consent.js';
import { TOKEN } from '../../support/sandbox-control.js';

const connector = useConnector({ webhooks: false });

let api: ApiClient;
let callback: URL;
let calls: number;
beforeEach(async () => {
  api = connector().api();
  const account = `user_${randomUUID().slice(0, 8)}`;
  await connector().sandbox.control('/accounts', { username: account, videos: 0 });
  callback = await giveConsent(api, { account });
  calls = await connector().sandbox.calls(TOKEN);
});
afterEach(() => connector().sandbox.clearFaults());

const tokenCalls = async () => (await connector().sandbox.calls(TOKEN)) - calls;
const integrations = async () => (await api.get<PageBody<unknown>>('/api/integrations')).body.items;

/** Runs the callback as another process does: with the same database, and no memory in common. */
async function elsewhere(): Promise<URL> {
  const { app } = connector();
  const service = await app.select(OAuthModule).get(ModuleRef, { strict: true }).create(CallbackService);
  const { searchParams } = callback;
  const answer = { code: searchParams.get('code') ?? undefined };
  return new URL(await service.handle('login', searchParams.get('state') ?? '', answer));
}

describe('a callback that reaches two processes', () => {
  it('returns the outcome that the first process has stored', async () => {
    const first = await follow(callback.href);

    const again = await elsewhere();

    expect(again.href).toBe(first.href);
    expect(await tokenCalls()).toBe(1);
  });

  it('waits for the process that exchanges the code, and returns the same connection', async () => {
    await connector().sandbox.fault({ match: TOKEN, kind: 'slow', ms: 1_500, times: 1 });

    const landings = await Promise.all([
      follow(callback.href),
      elsewhere(),
      elsewhere(),
      follow(callback.href),
    ]);

    expect(new Set(landings.map(({ href }) => href)).size).toBe(1);
    expect(landings[0]?.searchParams.get('status')).toBe('connected');
    expect(await tokenCalls()).toBe(1);
    expect(await integrations()).toHaveLength(1);
  });

  it.each([
    ['invalid_client', 'invalid_client'],
    ['Not a word!', 'consent_failed'],
  ])('repeats the same refusal, in one word (%s)', async (said, code) => {
    await connector().sandbox.fault({ match: TOKEN, kind: 'error_code', code: said, times: 1 });

    const landings = [await follow(callback.href), await elsewhere()];

    for (const { searchParams } of landings)
      expect(Object.fromEntries(searchParams)).toEqual({ status: 'error', code });
    expect(await tokenCalls()).toBe(1);
    expect(await integrations()).toEqual([]);
  });

  it('reports state_used when the first process was killed during the exchange', async () => {
    await follow(callback.href);
    await connector().database.query(
      `UPDATE oauth_states SET used_at = now() - interval '61 seconds', outcome_integration_id = NULL
       WHERE outcome_integration_id IS NOT NULL`,
    );

    const again = await elsewhere();

    expect(Object.fromEntries(again.searchParams)).toEqual({ status: 'error', code: 'state_used' });
    expect(await tokenCalls()).toBe(1);
  });
});
