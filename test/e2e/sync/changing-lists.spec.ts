import { describe, expect, it } from '@jest/globals';
import type { Tenant } from '../../support/connector.js';
import { useOddSyncs } from '../../support/given/odd-syncs.js';
import { plannedRun } from '../../support/given/planned-syncs.js';

const syncs = useOddSyncs();
const VIDEOS = 45;

const shown = async (tenant: Tenant) => (await syncs().videosOf(tenant)).map(({ videoId }) => videoId);

/** Does something once TikTok has sent the first page, before the service gets it. */
function afterFirstPage(change: () => Promise<void>): void {
  let isFirst = true;
  syncs().editor.edit('/v2/video/list/', async (body) => {
    if (isFirst) {
      isFirst = false;
      await change();
    }
    return body;
  });
}

async function account(): Promise<{ tenant: Tenant; ids: string[] }> {
  const tenant = await syncs().connector.tenant({ videos: VIDEOS });
  const { videos } = await syncs().connector.sandbox.read<{ videos: { id: string }[] }>(
    `/videos?account=${tenant.username}`,
  );
  return { tenant, ids: videos.map(({ id }) => id) };
}

const setPrivate = ({ username }: Tenant, isPrivate: boolean) =>
  syncs().connector.sandbox.control(`/accounts/${username}`, { private: isPrivate });

describe('An account that becomes private while its list is read', () => {
  it('ends the run, hides all of its videos with the next one, and shows them when it is public again', async () => {
    const { connector } = syncs();
    const { tenant } = await account();
    await syncs().run(tenant);
    const before = await shown(tenant);
    expect(before).toHaveLength(VIDEOS);
    afterFirstPage(() => setPrivate(tenant, true).then(() => undefined));

    expect(await syncs().run(tenant)).toMatchObject({ status: 'succeeded', items: 20 });
    expect(await shown(tenant)).toEqual(before.slice(0, 20));
    expect(await plannedRun(connector, tenant)).toMatchObject({ status: 'succeeded', items: 0 });
    expect(await shown(tenant)).toEqual([]);

    await setPrivate(tenant, false);
    await plannedRun(connector, tenant);
    expect(await shown(tenant)).toEqual(before);
  });

  it('loses nothing of a first listing', async () => {
    const { connector } = syncs();
    const { tenant } = await account();
    afterFirstPage(() => setPrivate(tenant, true).then(() => undefined));
    expect(await plannedRun(connector, tenant)).toMatchObject({ status: 'succeeded', items: 20 });

    await setPrivate(tenant, false);
    await syncs().run(tenant);

    expect(await shown(tenant)).toHaveLength(VIDEOS);
  });
});

describe('A list that changes while it is read', () => {
  it('stores each video once, none that is gone, and completes with the next run', async () => {
    const { connector } = syncs();
    const { tenant, ids } = await account();
    const [hidden = '', later = ''] = [ids[2], ids[4]];
    await connector.sandbox.control(`/videos/${later}`, { public: false });
    const deleted = await oldest(tenant);
    afterFirstPage(async () => {
      await connector.sandbox.control(`/videos/${hidden}`, { public: false });
      await connector.sandbox.control(`/videos/${later}`, { public: true });
      await connector.sandbox.client.control(`/videos/${deleted}`, {}, 'DELETE');
    });

    const run = await syncs().run(tenant);

    expect(run).toMatchObject({ status: 'succeeded', failCode: null });
    const stored = await shown(tenant);
    expect(new Set(stored).size).toBe(stored.length);
    expect(stored).toHaveLength(VIDEOS - 2);
    expect(stored).toContain(hidden);
    for (const id of [later, deleted]) expect(stored).not.toContain(id);

    await plannedRun(connector, tenant);
    expect(await shown(tenant)).toContain(later);
    await syncs().run(tenant);
    expect(await shown(tenant)).toHaveLength(VIDEOS - 2);
    expect(await shown(tenant)).not.toContain(hidden);
  });
});

/** The id of the account's oldest video. */
async function oldest({ username }: Tenant): Promise<string> {
  let [id, before] = ['', ''];
  for (;;) {
    const path = `/videos?account=${username}${before && `&before=${before}`}`;
    const { videos } = await syncs().connector.sandbox.read<{ videos: { id: string; createdAt: number }[] }>(
      path,
    );
    const last = videos.at(-1);
    if (!last) return id;
    [id, before] = [last.id, String(last.createdAt)];
  }
}
