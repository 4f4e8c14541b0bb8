import { describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { settingsOf } from '../../../src/webhooks/checks/check-settings.js';
import { WebhookChecksStore } from '../../../src/webhooks/checks/webhook-checks.store.js';
import type { ApiClient, PageBody } from '../../support/api-client.js';
import { useConnector, type ConnectorOptions, type RunningConnector } from '../../support/connector.js';
import { businessTenant } from '../../support/given/business-tenant.js';
import { BUSINESS_APP_ID, BUSINESS_SECRET } from '../../support/given/webhook-deliveries.js';
import { checkWebhooks } from '../../support/given/webhook-checks.js';

const FAST = {
  webhooks: false,
  sandbox: { business: { appLevel: 'ultimate' } },
} as const satisfies ConnectorOptions;
const withMode = (mode: string): ConnectorOptions => ({
  ...FAST,
  environment: { TIKTOK_BUSINESS_TIER: 'ultimate', TIKTOK_ACCOUNT_WEBHOOKS: mode },
});
const APP = { app_id: BUSINESS_APP_ID, secret: BUSINESS_SECRET };
const TYPES = ['VIDEO', 'COMMENT', 'DIRECT_MESSAGE'];
const OTHER = 'https://staging.example/connect/webhook/tiktok';

interface Registered {
  eventType: string;
  callbackUrl: string;
  itemList: string[];
}

/** What TikTok has registered; read without a call of the API, whose rate is limited. */
async function registered({ sandbox }: RunningConnector, eventType: string): Promise<Registered | undefined> {
  const { accountWebhooks } = await sandbox.read<{ accountWebhooks: Registered[] }>('/business/state');
  return accountWebhooks.find((one) => one.eventType === eventType);
}

/** What another environment with the same app does. */
async function overwrite(
  { config }: RunningConnector,
  path: 'update' | 'delete',
  body: Record<string, unknown>,
): Promise<void> {
  const answer = await fetch(`${config.tiktok.businessBaseUrl}/open_api/v1.3/business/webhook/${path}/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...APP, ...body }),
  });
  expect(await answer.json()).toMatchObject({ code: 0 });
}

async function verdict(connector: RunningConnector): Promise<{ status: string; detail: string } | undefined> {
  const { body } = await connector
    .api(undefined, 'operator')
    .get<{ items: { check: string; status: string; detail: string }[] }>('/api/doctor');
  return body.items.find(({ check }) => check === 'account_webhooks');
}

interface Notice {
  kind: string;
  title: string;
  detail: string;
  subject: { type: string; id: string };
  resolvedAt: string | null;
}

async function noticesOf(api: ApiClient): Promise<Notice[]> {
  return (await api.get<PageBody<Notice>>('/api/notifications')).body.items;
}

const verify = (connector: RunningConnector) => checkWebhooks(connector, 'accounts');
const ours = ({ url }: RunningConnector) => `${url}/connect/webhook/tiktok`;

describe('TIKTOK_ACCOUNT_WEBHOOKS=register', () => {
  const connector = useConnector(withMode('register'));
  const untilOurs = () =>
    eventually(async () => {
      const all = await Promise.all(TYPES.map((type) => registered(connector(), type)));
      return all.every((one) => one?.callbackUrl === ours(connector()) && one.itemList.length === 0);
    });

  it('registers our URL at the start', async () => {
    await untilOurs();
    expect(await verdict(connector())).toMatchObject({ status: 'ok' });
  });

  it.each([
    ['another environment overwrote the URL', 'update', { event_type: 'COMMENT', callback_url: OTHER }],
    ['the webhook was deleted', 'delete', { event_type: 'VIDEO' }],
  ] as const)('registers it again when %s', async (_what, path, body) => {
    await untilOurs();
    await overwrite(connector(), path, body);
    expect(await verdict(connector())).toMatchObject({
      status: 'warning',
      detail: expect.stringContaining(body.event_type),
    });
    await verify(connector());
    await untilOurs();
  });

  it('lets all posts notify when only some did', async () => {
    await untilOurs();
    const item_list = ['7602997517160123666'];
    await overwrite(connector(), 'update', {
      event_type: 'COMMENT',
      callback_url: ours(connector()),
      item_list,
    });
    expect(await registered(connector(), 'COMMENT')).toMatchObject({ itemList: item_list });
    await verify(connector());
    await untilOurs();
  });

  it('changes nothing that is right, and checks the others when TikTok fails for one', async () => {
    await untilOurs();
    const update = 'POST /open_api/v1.3/business/webhook/update/';
    const before = await connector().sandbox.calls(update);
    await verify(connector());
    expect(await connector().sandbox.calls(update)).toBe(before);

    await overwrite(connector(), 'update', { event_type: 'DIRECT_MESSAGE', callback_url: OTHER });
    const match = 'GET /open_api/v1.3/business/webhook/list/';
    await connector().sandbox.fault({ match, kind: 'error_code', code: '40002', times: 1 });
    await verify(connector());
    await untilOurs();
  });
});

describe('a URL that another environment replaced', () => {
  const connector = useConnector(withMode('register'));

  it('is a notice for organisations with such webhooks until a later check finds ours', async () => {
    const { api } = await businessTenant(connector());
    const without = connector().api();
    await verify(connector());
    expect(await noticesOf(api)).toEqual([]);

    await overwrite(connector(), 'update', { event_type: 'COMMENT', callback_url: OTHER });
    await verify(connector());
    const [notice] = await noticesOf(api);
    expect(notice).toMatchObject({
      kind: 'webhooks_replaced',
      detail: expect.stringContaining('comments'),
      subject: { type: 'app', id: BUSINESS_APP_ID },
      resolvedAt: null,
    });
    expect(notice?.title.length).toBeLessThanOrEqual(60);
    expect(notice?.detail).not.toContain(OTHER);
    expect(await registered(connector(), 'COMMENT')).toMatchObject({ callbackUrl: ours(connector()) });
    expect(await noticesOf(without)).toEqual([]);

    await overwrite(connector(), 'update', { event_type: 'COMMENT', callback_url: OTHER });
    await verify(connector());
    expect(await noticesOf(api)).toHaveLength(1);

    await verify(connector());
    const [allClear, resolved] = await noticesOf(api);
    expect(allClear).toMatchObject({ kind: 'all_clear' });
    expect(resolved?.resolvedAt).not.toBeNull();
  });

  it('is another notice when TikTok refuses ours, until it accepts it', async () => {
    const { api } = await businessTenant(connector());
    await overwrite(connector(), 'delete', { event_type: 'VIDEO' });
    const match = 'POST /open_api/v1.3/business/webhook/update/';
    await connector().sandbox.fault({
      match,
      kind: 'error_code',
      code: '40002',
      message: 'Bad URL',
      times: 1,
    });
    await verify(connector());
    expect(await noticesOf(api)).toMatchObject([
      { kind: 'webhooks_refused', detail: expect.stringContaining('Bad URL'), resolvedAt: null },
    ]);

    await verify(connector());
    await verify(connector());
    const kinds = (await noticesOf(api)).filter(({ resolvedAt }) => resolvedAt === null);
    expect(kinds.map(({ kind }) => kind)).not.toContain('webhooks_refused');
  });
});

describe('a family that TikTok does not list for the app', () => {
  const connector = useConnector(withMode('register'));

  it('is a refusal, which keeps no notice about other families open', async () => {
    const { api } = await businessTenant(connector());
    await verify(connector());
    await overwrite(connector(), 'update', { event_type: 'COMMENT', callback_url: OTHER });
    await verify(connector());
    const openKinds = async () =>
      (await noticesOf(api)).flatMap(({ kind, resolvedAt }) =>
        resolvedAt === null && kind !== 'all_clear' ? [kind] : [],
      );
    expect(await openKinds()).toEqual(['webhooks_replaced']);

    const match = 'GET /open_api/v1.3/business/webhook/list/';
    const message = 'The app may not use this event type';
    await connector().sandbox.fault({
      match,
      kind: 'error_code',
      code: '40001',
      message,
      after: 2,
      times: 1,
    });
    await verify(connector());
    expect(await openKinds()).toEqual(['webhooks_refused']);
    expect(await noticesOf(api)).toContainEqual(
      expect.objectContaining({ detail: expect.stringContaining(message) }),
    );

    await verify(connector());
    expect(await openKinds()).toEqual([]);
  });
});

describe('a restart', () => {
  const connector = useConnector(withMode('register'));
  const list = 'GET /open_api/v1.3/business/webhook/list/';
  const store = () => connector().app.get(WebhookChecksStore);
  const settings = () => settingsOf('accounts', connector().config);
  const isDue = async () => {
    const sql = `SELECT due_at <= now() AS due FROM webhook_checks WHERE name = 'accounts'`;
    return (await connector().database.query<{ due: boolean }>(sql))[0]?.due;
  };

  it('checks again only when the next check is due, or after a change of the settings', async () => {
    await verify(connector());
    const before = await connector().sandbox.calls(list);
    for (let restart = 0; restart < 3; restart += 1) await store().begin('accounts', settings());
    expect(await isDue()).toBe(false);
    expect(await connector().sandbox.calls(list)).toBe(before);

    await store().begin('accounts', settings().replace(connector().url, 'https://moved.example'));
    await eventually(async () => (await connector().sandbox.calls(list)) > before);
  });
});

describe('several processes', () => {
  const connector = useConnector(withMode('register'));

  it('register a URL once, however many check at the same time', async () => {
    await verify(connector());
    await overwrite(connector(), 'delete', { event_type: 'VIDEO' });
    const update = 'POST /open_api/v1.3/business/webhook/update/';
    const before = await connector().sandbox.calls(update);
    await Promise.all(Array.from({ length: 5 }, () => connector().hurry('webhook-check')));
    await verify(connector());
    expect((await connector().sandbox.calls(update)) - before).toBe(1);
  });
});

describe('TIKTOK_ACCOUNT_WEBHOOKS=check', () => {
  const connector = useConnector(withMode('check'));

  it('notifies organisations when a URL that was ours is another one, until it is ours again', async () => {
    const { api } = await businessTenant(connector());
    await overwrite(connector(), 'update', { event_type: 'COMMENT', callback_url: ours(connector()) });
    await verify(connector());
    expect(await noticesOf(api)).toEqual([]);

    await overwrite(connector(), 'update', { event_type: 'COMMENT', callback_url: OTHER });
    await verify(connector());
    expect(await noticesOf(api)).toMatchObject([{ kind: 'webhooks_replaced', resolvedAt: null }]);

    await overwrite(connector(), 'update', { event_type: 'COMMENT', callback_url: ours(connector()) });
    await verify(connector());
    expect((await noticesOf(api)).every(({ kind, resolvedAt }) => kind === 'all_clear' || resolvedAt)).toBe(
      true,
    );
  });

  it('reports a wrong URL to the operator, and leaves it as it is', async () => {
    await overwrite(connector(), 'update', { event_type: 'COMMENT', callback_url: OTHER });
    await verify(connector());
    expect(await registered(connector(), 'COMMENT')).toMatchObject({ callbackUrl: OTHER });
    expect(await registered(connector(), 'VIDEO')).toBeUndefined();
    const found = await verdict(connector());
    expect(found).toMatchObject({ status: 'problem' });
    expect(found?.detail).toContain(OTHER);
  });
});
