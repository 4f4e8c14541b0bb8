import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { eventually } from 'tiktok-sandbox/testing';
import { UnreadableTokens } from '../../../src/integrations/credentials/store/unreadable-tokens.js';
import { Jobs } from '../../../src/jobs/index.js';
import type { ApiClient, PageBody } from '../../support/api-client.js';
import { ConnectedParts, type ReceivedNotification } from '../../support/given/connected-parts.js';
import { useConnector, type Tenant } from '../../support/connector.js';
import { publish, ready, soon, statusOf } from '../../support/given/publications.js';
import { CHUNK, TOKEN } from '../../support/sandbox-control.js';

const connector = useConnector({ webhooks: false });
const query = <Row>(sql: string, values: unknown[] = []) => connector().database.query<Row>(sql, values);

let tenant: Tenant;
let credentialId: string;

beforeEach(async () => {
  tenant = await connector().tenant({ videos: 1 });
  credentialId = await credentialOf(tenant);
});
afterEach(() => connector().sandbox.clearFaults());

async function credentialOf({ integrationId }: Tenant): Promise<string> {
  const [row] = await query<{ id: string }>('SELECT credential_id AS id FROM integrations WHERE id = $1', [
    integrationId,
  ]);
  return row?.id ?? '';
}

/** Ways to make stored tokens unreadable. */
const DAMAGE = {
  'under a key that is not configured': `replace(TOKEN, 'v1.test.', 'v1.lost.')`,
  'with altered bytes': `overlay(TOKEN placing 'AAAAAAAA' from 60)`,
  'cut short': `left(TOKEN, 20)`,
  'that is no text of ours': `'damaged'`,
  'that is empty': `''`,
};
const WAYS = Object.keys(DAMAGE) as (keyof typeof DAMAGE)[];

async function damage(how: keyof typeof DAMAGE = 'with altered bytes', ids = [credentialId]): Promise<void> {
  await query(`CREATE TABLE IF NOT EXISTS undamaged AS SELECT * FROM credentials WHERE false`);
  const to = (column: string) => `${column} = ${DAMAGE[how].replace('TOKEN', column)}`;
  // In one statement: a refresh in between would make the copy worthless.
  await query(
    `WITH whole AS (SELECT * FROM credentials WHERE id = ANY($1) FOR UPDATE),
       kept AS (INSERT INTO undamaged SELECT * FROM whole RETURNING id AS kept_id)
     UPDATE credentials SET ${to('access_token')}, ${to('refresh_token')} FROM kept WHERE id = kept_id`,
    [ids],
  );
}

/** Restores the tokens, as from a backup, or with the key. */
async function repair(): Promise<void> {
  await query(`UPDATE credentials c SET access_token = u.access_token, refresh_token = u.refresh_token
    FROM undamaged u WHERE u.id = c.id`);
  await connector().app.get(UnreadableTokens).recheck();
}

const creatorInfo = ({ api, integrationId } = tenant) => api.provider('get-creator-info', { integrationId });

async function notices(
  api: ApiClient = tenant.api,
  kind = 'token_unreadable',
): Promise<ReceivedNotification[]> {
  const { body } = await api.get<PageBody<ReceivedNotification>>('/api/notifications?limit=100');
  return body.items.filter((one) => one.kind === kind);
}

const untilNotified = (api: ApiClient = tenant.api) =>
  eventually(async () => {
    const all = await notices(api);
    return all.length > 0 && all;
  });

async function doctor(api: ApiClient): Promise<Record<string, { status: string; detail: string }>> {
  const { body } = await api.get<{ items: { check: string; status: string; detail: string }[] }>(
    '/api/doctor',
  );
  return Object.fromEntries(body.items.map((item) => [item.check, item]));
}

/** Collects the errors and warnings that this process logs in the meantime. */
async function logged(work: () => Promise<unknown>): Promise<string[]> {
  const lines: string[] = [];
  const watched = (['error', 'warn'] as const).map((level) =>
    jest.spyOn(Logger.prototype, level).mockImplementation((message: unknown) => {
      lines.push(message instanceof Error ? (message.stack ?? '') : JSON.stringify(message));
    }),
  );
  try {
    await work();
  } finally {
    for (const spy of watched) spy.mockRestore();
  }
  return lines;
}

const seconds = (n: number) => new Promise((resolve) => setTimeout(resolve, n * 1000));

describe('a stored token that cannot be read', () => {
  it.each(WAYS)('returns 409 with the fix, however often it is needed (%s)', async (how) => {
    await damage(how);

    for (let call = 0; call < 5; call += 1) {
      const { status, body } = await creatorInfo();
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'token_unreadable' });
      expect(body.detail).toMatch(/put the key back .* or connect the account again/);
      // The first call detects it; the others read the record.
      await eventually(async () => (await untilNotified()).length === 1);
    }
  });

  it('is notified once with a link for admins, and named only in its organisation’s doctor', async () => {
    const other = await connector().tenant();
    await damage();
    await Promise.all(Array.from({ length: 10 }, () => creatorInfo()));

    const [notice, ...more] = await untilNotified();
    expect(more).toEqual([]);
    expect(notice).toMatchObject({
      severity: 'critical',
      title: expect.stringContaining('cannot be read'),
      detail: expect.stringMatching(/encryption key .* Ask the operator .* an admin opens the link/),
      subject: { type: 'integration', id: tenant.integrationId },
      actionUrl: expect.stringContaining('/connect/tiktok/reconnect'),
      resolvedAt: null,
    });
    const viewer = connector().api(tenant.organisationId, 'viewer');
    expect(await notices(viewer)).toEqual([expect.not.objectContaining({ actionUrl: expect.anything() })]);
    expect(await doctor(tenant.api)).toMatchObject({
      unreadable_tokens: { status: 'problem', detail: expect.stringContaining(tenant.integrationId) },
    });
    expect(await doctor(other.api)).toMatchObject({ unreadable_tokens: { status: 'ok' } });
    const operator = connector().api(tenant.organisationId, 'operator');
    expect(await doctor(operator)).toMatchObject({
      encryption_keys: { status: 'problem', detail: expect.stringContaining(tenant.integrationId) },
    });
    const stranger = connector().api(other.organisationId, 'operator');
    expect(JSON.stringify(await doctor(stranger))).not.toContain(tenant.integrationId);
    expect(await notices(other.api)).toEqual([]);
    expect((await creatorInfo(other)).status).toBe(200);
  });

  it('is the reason of every capability that needs it', async () => {
    await damage();
    await creatorInfo();
    const { body } = await tenant.api.get<{ capabilities: { capability: string; reason?: string }[] }>(
      `/api/integrations/${tenant.integrationId}`,
    );
    const reasons = Object.fromEntries(body.capabilities.map((one) => [one.capability, one.reason]));
    expect(reasons.publish_public).toContain('cannot read the stored token');
    expect(reasons.insights).toContain('not been given');
  });

  it('keeps neither the background work nor the log busy', async () => {
    await damage();
    const lines = await logged(async () => {
      await query('UPDATE credentials SET due_at = now() WHERE id = $1', [credentialId]);
      await connector().app.get(Jobs).wake('token', credentialId);
      await untilNotified();
      await seconds(4);
    });
    expect(lines.filter((line) => line.includes(credentialId))).toEqual([
      expect.stringContaining('cannot be read'),
    ]);
    expect(lines.join()).not.toContain('    at ');
    const [row] = await query('SELECT due_at, lease_until FROM credentials WHERE id = $1', [credentialId]);
    expect(row).toEqual({ due_at: null, lease_until: null });
  });

  it('ends a sync with its code', async () => {
    await damage();
    await tenant.api.post('/api/sync/trigger', { platform: 'tiktok', syncType: 'videos' });
    const run = await eventually(async () => {
      const { body } =
        await tenant.api.get<PageBody<{ status: string; failCode?: string }>>('/api/sync/runs');
      return body.items[0]?.status === 'failed' && body.items[0];
    });
    expect(run.failCode).toBe('token_unreadable');
  });

  it('sends the all-clear and works when readable again; a later failure is another notification', async () => {
    await damage();
    await creatorInfo();
    await untilNotified();

    await repair();
    await eventually(async () => typeof (await notices())[0]?.resolvedAt === 'string');
    expect(await notices(tenant.api, 'all_clear')).toMatchObject([
      { title: expect.stringContaining('can be read again') },
    ]);
    expect((await creatorInfo()).status).toBe(200);

    await query('DELETE FROM undamaged');
    await damage('under a key that is not configured');
    expect((await creatorInfo()).status).toBe(409);
    await eventually(async () => (await notices()).length === 2);
  });

  it('sends the all-clear and works after a reconnect', async () => {
    await damage('under a key that is not configured');
    await creatorInfo();
    await untilNotified();

    await connector().connect(tenant.api, { account: tenant.username });

    await eventually(async () => typeof (await notices())[0]?.resolvedAt === 'string');
    expect((await creatorInfo()).status).toBe(200);
    expect(await credentialOf(tenant)).toBe(credentialId);
  });

  it('delays a post, which is sent once when the token can be read again', async () => {
    const publishId = await ready(tenant.api);
    await damage();
    await tenant.api.provider('publish-video', { publishId });
    await eventually(async () => (await statusOf(tenant.api, publishId)).failCode === 'token_unreadable');
    await untilNotified();

    await repair();

    // Automatically: the test does not speed anything up.
    const seen = await eventually(async () => {
      const now = await statusOf(tenant.api, publishId);
      return now.status === 'public' && now;
    });
    expect(seen).not.toHaveProperty('failCode');
    expect(await connector().sandbox.publicationsOf(tenant.username)).toHaveLength(1);
  });

  it('does not block a disconnect', async () => {
    await damage();
    await creatorInfo();
    await untilNotified();

    expect((await tenant.api.post(`/api/integrations/${tenant.integrationId}/disconnect`, {})).status).toBe(
      202,
    );

    await eventually(
      async () => (await query('SELECT 1 FROM credentials WHERE id = $1', [credentialId])).length === 0,
    );
    expect(await query('SELECT 1 FROM integrations WHERE id = $1', [tenant.integrationId])).toEqual([]);
    expect(await notices()).toEqual([]);
  });
});

describe('an account without any readable token', () => {
  it('is notified once; the other families are notified when the first is reconnected', async () => {
    const parts = await ConnectedParts.connect(connector());
    const ids = await Promise.all([parts.credentialId('login'), parts.credentialId('account')]);
    await damage('under a key that is not configured', ids);
    const [one] =
      parts.api === undefined ? [] : [{ ...tenant, api: parts.api, integrationId: parts.integrationId }];
    await creatorInfo(one);
    await query('UPDATE credentials SET due_at = now() WHERE id = ANY($1)', [ids]);
    await eventually(async () => {
      const marked = 'SELECT 1 FROM credentials WHERE id = ANY($1) AND unreadable_since IS NOT NULL';
      return (await query(marked, [ids])).length === 2;
    });
    await eventually(() => parts.isQuiet());
    expect(await notices(parts.api)).toMatchObject([{ resolvedAt: null }]);

    await connector().connect(parts.api, { account: parts.username });

    const open = await eventually(async () => {
      const all = await notices(parts.api);
      return all.length === 2 && all.filter(({ resolvedAt }) => resolvedAt === null);
    });
    expect(open).toMatchObject([{ title: expect.stringContaining('comment access cannot be read') }]);
    await parts.reconnect();
    await eventually(async () => (await notices(parts.api)).every(({ resolvedAt }) => resolvedAt !== null));
  });
});

describe('other encrypted values that cannot be read', () => {
  it('restarts an upload whose address cannot be read, and posts it once', async () => {
    const fault = { match: CHUNK, kind: 'error_code', code: 'x', status: 503 };
    await connector().sandbox.fault(fault);
    const publishId = await publish(tenant.api);
    await eventually(async () => {
      const [row] = await query<{ url: string | null }>(
        'SELECT upload_url AS url FROM publications WHERE id = $1',
        [publishId],
      );
      return row?.url ?? false;
    });
    await query(
      `UPDATE publications SET upload_url = replace(upload_url, 'v1.test.', 'v1.lost.'), last_chunk_sent_at = NULL
       WHERE id = $1`,
      [publishId],
    );
    await connector().sandbox.clearFaults();

    await soon(connector(), tenant.api, publishId, 'public');
    expect(await connector().sandbox.publicationsOf(tenant.username)).toHaveLength(1);
  });

  it('tries a journalled pair once, not every second, while the token that it follows cannot be read', async () => {
    await query(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$`);
    await query(`CREATE CONSTRAINT TRIGGER refuse AFTER UPDATE OF access_token ON credentials
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse()`);
    await query(
      `UPDATE credentials SET access_expires_at = now(), issued_at = now() - interval '2 hours' WHERE id = $1`,
      [credentialId],
    );
    expect((await creatorInfo()).status).toBe(200);
    await query('DROP FUNCTION refuse() CASCADE');

    const lines = await logged(async () => {
      await damage();
      await untilNotified();
      await seconds(4);
    });

    expect(lines.filter((line) => line.includes(credentialId))).toHaveLength(1);
    const before = await connector().sandbox.calls(TOKEN);
    // Once the token that it follows can be read, the pair is committed without another call to TikTok.
    await repair();
    await eventually(async () => (await creatorInfo()).status === 200);
    expect(await connector().sandbox.calls(TOKEN)).toBe(before);
  });
});
