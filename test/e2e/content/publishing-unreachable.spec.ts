import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { connectAccount } from '../../support/consent.js';
import { startConnector, type RunningConnector } from '../../support/connector.js';
import { Gate } from '../../support/gate.js';
import { publish, statusOf } from '../../support/publishing.js';
import { INIT, SandboxControl } from '../../support/sandbox-control.js';

let connector: RunningConnector;
let gate: Gate;
let tiktok: SandboxControl;

beforeAll(async () => {
  tiktok = await SandboxControl.start({ processingMs: 50, moderationMs: 100 });
  gate = await Gate.before(tiktok.url);
  connector = await startConnector({
    webhooks: false,
    environment: { TIKTOK_API_BASE_URL: gate.url, TIKTOK_AUTH_BASE_URL: tiktok.url },
  });
}, 60_000);
afterAll(async () => {
  await connector.stop();
  await gate.shut();
  await tiktok.close();
});

async function becomesPublic(api: Parameters<typeof statusOf>[0], publishId: string): Promise<void> {
  await eventually(async () => {
    await connector.hurry();
    return (await statusOf(api, publishId)).status === 'public';
  });
}

async function connected() {
  const api = connector.api();
  const username = `user_${Math.random().toString(36).slice(2)}`;
  await tiktok.control('/accounts', { username, videos: 0 });
  await connectAccount(api, { account: username });
  return { api, username };
}

it('retries while TikTok refuses connections, and posts when it is back', async () => {
  const { api, username } = await connected();
  await gate.shut();
  const publishId = await publish(api);
  const [row] = await eventually(async () => {
    const rows = await connector.database.query<{ last_error: string | null }>(
      'SELECT last_error FROM publications WHERE id = $1',
      [publishId],
    );
    return rows[0]?.last_error ? rows : undefined;
  });
  expect(row?.last_error).toContain('ECONNREFUSED');
  expect(await statusOf(api, publishId)).toMatchObject({ status: 'publishing', postIds: [] });

  await gate.open();

  await becomesPublic(api, publishId);
  expect(await tiktok.publicationsOf(username)).toHaveLength(1);
});

it('sends init later if the connection was refused, as it certainly never left', async () => {
  const { api, username } = await connected();
  const before = await tiktok.calls(INIT);
  gate.shutAfterNext('/creator_info/');
  const publishId = await publish(api);
  await eventually(() => gate.isShut);
  await eventually(async () => {
    const rows = await connector.database.query<{ last_error: string | null }>(
      'SELECT last_error FROM publications WHERE id = $1',
      [publishId],
    );
    return rows[0]?.last_error?.startsWith('init:');
  });
  expect(await tiktok.calls(INIT)).toBe(before);

  await gate.open();

  await becomesPublic(api, publishId);
  expect((await tiktok.calls(INIT)) - before).toBe(1);
  expect(await tiktok.publicationsOf(username)).toHaveLength(1);
});
