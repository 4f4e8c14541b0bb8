import { expect, it } from '@jest/globals';
import { useConnector, type Tenant } from '../support/connector.js';
import { publish, ready, untilStatus } from '../support/publishing.js';

const HOUR_MS = 3_600_000;
const connector = useConnector({ environment: { TIKTOK_KEEP_RATE_LIMITS: 'false' } });

interface Told {
  kind: string;
  title: string;
  detail: string;
  subject: { type: string; id: string };
}

async function toldOf({ api }: Tenant): Promise<Told[]> {
  return (await api.get<{ items: Told[] }>('/api/notifications')).body.items;
}

/** Planned, and its time has come. */
async function planned({ api }: Tenant): Promise<string> {
  const publishId = await ready(api, { title: 'Saturday' });
  const publishAt = new Date(Date.now() + HOUR_MS).toISOString();
  await api.provider('publish-video', { publishId, publishAt });
  await connector().database.query(
    'UPDATE publications SET publish_at = now(), wanted_at = now(), due_at = now() WHERE id = $1',
    [publishId],
  );
  await connector().hurry();
  return publishId;
}

it.each([
  ['TikTok refuses it afterwards', { failPostsWith: 'frame_rate_check_failed' }, /frame/i],
  ['a rule stands against it by then', { private: true }, /privacy|Everyone/],
])('People are told of a planned post that has failed, and why: %s', async (_why, account, reason) => {
  const tenant = await connector().tenant(account);
  const publishId = await planned(tenant);

  await untilStatus(tenant.api, publishId, 'failed');

  expect(await toldOf(tenant)).toMatchObject([
    {
      kind: 'publication_failed',
      title: '“Saturday” was not posted on TikTok.',
      detail: expect.stringMatching(reason),
      subject: { type: 'publication', id: publishId },
    },
  ]);
});

it('Whoever has just published sees the failure on the screen, and is told nothing besides', async () => {
  const tenant = await connector().tenant({ failPostsWith: 'frame_rate_check_failed' });

  await untilStatus(tenant.api, await publish(tenant.api), 'failed');

  expect(await toldOf(tenant)).toEqual([]);
});
