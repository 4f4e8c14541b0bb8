import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { OrgContext, SystemContext } from '../../../src/database/index.js';
import { AffectedWorkRegistry, Notifier } from '../../../src/notifications/index.js';
import type { PageBody, ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import { aNotification, tell } from '../../support/given/notifications.js';

const LIST = '/api/notifications';
const connector = useConnector();
const newOrg = () => `org-${randomUUID()}`;

interface Item {
  id: string;
  kind: string;
  title: string;
  subject: { type: string; id: string };
  readAt: string | null;
  resolvedAt: string | null;
}

async function list(organisationId: string, query = ''): Promise<Item[]> {
  const { status, body } = await connector()
    .api(organisationId, 'admin')
    .get<PageBody<Item>>(LIST + query);
  expect(status).toBe(200);
  return body.items;
}

function resolve(organisationId: string, ...keyBeginnings: string[]): Promise<void> {
  const { app } = connector();
  return app
    .get(SystemContext)
    .transaction('a test gives the all-clear', (em) =>
      app.get(Notifier).resolve(em, organisationId, keyBeginnings, 'lena.k is connected again'),
    );
}

describe('Notifier.notify', () => {
  it('stores all given fields', async () => {
    const org = newOrg();
    const notification = aNotification({
      affected: [{ kind: 'scheduled_publications', count: 3, examples: ['Summer sale'] }],
      actionUrl: 'https://admin.example/integrations',
    });

    const id = await tell(connector(), org, notification);

    const { dedupeKey: _key, ...shown } = notification;
    const createdAt = expect.stringMatching(/Z$/);
    expect(await list(org)).toEqual([{ ...shown, id, createdAt, readAt: null, resolvedAt: null }]);
  });

  it('creates one notification per dedupe key and organisation', async () => {
    const [org, other] = [newOrg(), newOrg()];
    const dedupeKey = 'integration_expired:1:2026-01-01';

    const first = await tell(connector(), org, { dedupeKey });
    const again = await tell(connector(), org, { dedupeKey, title: 'again' });
    await tell(connector(), org, { dedupeKey: 'another' });
    await tell(connector(), other, { dedupeKey });

    expect(first).toBeDefined();
    expect(again).toBeUndefined();
    expect(await list(org)).toHaveLength(2);
    expect(await list(other)).toHaveLength(1);
  });

  it('creates one notification for concurrent calls', async () => {
    const org = newOrg();

    const ids = await Promise.all(
      Array.from({ length: 8 }, () => tell(connector(), org, { dedupeKey: 'k' })),
    );

    expect(ids.filter(Boolean)).toHaveLength(1);
    expect(await list(org)).toHaveLength(1);
  });

  it('creates nothing in a transaction that is rolled back', async () => {
    const org = newOrg();
    const { app } = connector();

    const failed = app.get(SystemContext).transaction('a test fails', async (em) => {
      await app.get(Notifier).notify(em, org, aNotification());
      throw new Error('rolled back');
    });

    await expect(failed).rejects.toThrow('rolled back');
    expect(await list(org)).toEqual([]);
  });

  it('works inside an organisation, and rejects any other one', async () => {
    const org = newOrg();
    const { app } = connector();
    const orgContext = app.get(OrgContext);
    const as = (target: string) =>
      orgContext.run(org, 'test', () =>
        orgContext.transaction((em) => app.get(Notifier).notify(em, target, aNotification())),
      );

    expect(await as(org)).toBeDefined();
    await expect(as(newOrg())).rejects.toThrow('row-level security');
  });
});

describe('Notifier.resolve', () => {
  it('sends one all-clear for all keys with the prefix, and leaves the others open', async () => {
    const org = newOrg();
    for (const dedupeKey of ['horizon:1:30', 'ended:1:', 'horizon:1:7', 'horizon:2:30'])
      await tell(connector(), org, { dedupeKey, title: dedupeKey });

    await resolve(org, 'horizon:1:', 'ended:1:');

    const [clear, ...others] = await list(org);
    expect(clear).toMatchObject({ kind: 'all_clear', detail: expect.stringContaining('horizon:1:7') });
    expect(others.filter(({ resolvedAt }) => resolvedAt === null).map(({ title }) => title)).toEqual([
      'horizon:2:30',
    ]);
    expect(others).toHaveLength(4);
  });

  it('resolves open notifications once, and sends nothing when none is open', async () => {
    const org = newOrg();
    const subject = { type: 'integration' as const, id: randomUUID() };
    await tell(connector(), org, { dedupeKey: 'k', subject });

    await Promise.all([resolve(org, 'k'), resolve(org, 'k'), resolve(org, 'unused')]);
    await resolve(org, 'k');

    const [clear, expired, ...more] = await list(org);
    expect(clear).toMatchObject({ kind: 'all_clear', title: 'lena.k is connected again', subject });
    expect(expired).toMatchObject({ kind: 'integration_expired', resolvedAt: expect.any(String) });
    expect(more).toEqual([]);
  });
});

describe('AffectedWorkRegistry', () => {
  it('collects affected work in the organisation’s context, without empty and failing finders', async () => {
    const { app } = connector();
    const org = newOrg();
    const registry = app.get(AffectedWorkRegistry);
    const found = { kind: 'a', count: 2, examples: ['x'] };
    const seen: string[] = [];
    registry.register('a', 'login', async () => {
      seen.push(app.get(OrgContext).organisationId);
      return Promise.resolve(found);
    });
    registry.register('d', 'account', () => Promise.resolve({ ...found, kind: 'd' }));
    registry.register('b', 'login', () => Promise.resolve({ kind: 'b', count: 0, examples: [] }));
    registry.register('c', 'login', () => Promise.reject(new Error('broken')));

    const affected = await app.get(OrgContext).run(org, 'test', () => registry.affectedBy(randomUUID()));

    expect(affected).toContainEqual(found);
    const ofAccount = await app
      .get(OrgContext)
      .run(org, 'test', () => registry.affectedBy(randomUUID(), 'account'));
    expect(ofAccount).toEqual([{ ...found, kind: 'd' }]);
    expect(affected.map(({ kind }) => kind)).not.toContain('b');
    expect(seen).toEqual([org]);
    await expect(registry.affectedBy(randomUUID())).rejects.toThrow('no organisation');
  });
});

describe('GET /api/notifications', () => {
  it('pages through all notifications once, newest first', async () => {
    const org = newOrg();
    const ids: (string | undefined)[] = [];
    for (let n = 0; n < 5; n++) ids.push(await tell(connector(), org));

    const pages = await connector().api(org).all<Item>(LIST, 2);

    expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
    expect(pages.flat().map(({ id }) => id)).toEqual(ids.toReversed());
  });

  it('filters by unread', async () => {
    const org = newOrg();
    const api = connector().api(org, 'editor');
    const [read, unread] = [await tell(connector(), org), await tell(connector(), org)];

    const answer = await api.post<Item>(`${LIST}/${read}/read`, {});
    const again = await api.post<Item>(`${LIST}/${read}/read`, {});

    expect(answer.body).toMatchObject({ id: read, readAt: expect.any(String) });
    expect(again.body.readAt).toBe(answer.body.readAt);
    expect((await list(org, '?unread=true')).map(({ id }) => id)).toEqual([unread]);
    expect(await list(org, '?unread=false')).toHaveLength(2);
  });

  it('marks all notifications as read', async () => {
    const [org, other] = [newOrg(), newOrg()];
    for (const one of [org, org, other]) await tell(connector(), one);

    const first = await connector().api(org, 'editor').post(`${LIST}/read-all`, {});
    const second = await connector().api(org, 'editor').post(`${LIST}/read-all`, {});

    expect([first.body, second.body]).toEqual([{ read: 2 }, { read: 0 }]);
    expect(await list(other, '?unread=true')).toHaveLength(1);
  });

  it('shows nothing of another organisation, and lets it change nothing', async () => {
    const [org, other] = [newOrg(), newOrg()];
    const id = await tell(connector(), org);

    expect(await list(other)).toEqual([]);
    const foreign = await connector().api(other).post<ProblemBody>(`${LIST}/${id}/read`, {});
    expect(foreign).toMatchObject({ status: 404, body: { code: 'unknown_notification' } });
    expect((await list(org))[0]?.readAt).toBeNull();
  });

  it('lets viewers read, and editors mark as read', async () => {
    const org = newOrg();
    const viewer = connector().api(org, 'viewer');
    const id = await tell(connector(), org);

    expect((await viewer.get(LIST)).status).toBe(200);
    for (const path of [`${LIST}/${id}/read`, `${LIST}/read-all`])
      expect(await viewer.post(path, {})).toMatchObject({ status: 403, body: { code: 'role_missing' } });
  });

  it.each(['unread=yes', 'unread=', 'limit=0', 'cursor=abc', 'organisation=x'])(
    'rejects ?%s by name',
    async (query) => {
      const { status, body } = await connector().api().get<ProblemBody>(`${LIST}?${query}`);

      expect([status, body.errors?.[0]?.field]).toEqual([400, query.split('=')[0]]);
    },
  );

  it('returns 404 for a malformed id', async () => {
    const answer = await connector().api().post(`${LIST}/not-an-id/read`, {});

    expect(answer).toMatchObject({ status: 404, body: { code: 'unknown_notification' } });
  });
});

describe('GET /api/notifications during new notifications', () => {
  it('continues after the cursor', async () => {
    const org = newOrg();
    for (let n = 0; n < 3; n++) await tell(connector(), org);
    const { body } = await connector().api(org).get<PageBody<Item>>(`${LIST}?limit=1`);
    await tell(connector(), org);

    const rest = await eventually(() => list(org, `?cursor=${body.nextCursor}`));

    expect(rest).toHaveLength(2);
    expect(rest.map(({ id }) => id)).not.toContain(body.items[0]?.id);
  });
});
