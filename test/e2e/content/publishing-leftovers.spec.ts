import { mkdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { StagingJanitor } from '../../../src/content/uploads/staging/staging-janitor.js';
import { useConnector, type Tenant } from '../../support/connector.js';
import { begin, publish, ready, statusOf, untilStatus } from '../../support/publishing.js';
import { clip } from '../../support/media.js';
import { INIT } from '../../support/sandbox-control.js';
import { tusCall } from '../../support/tus.js';

const connector = useConnector();

let tenant: Tenant;
beforeEach(async () => {
  tenant = await connector().tenant();
});

const clean = () => connector().app.get(StagingJanitor).clean();
const staged = async (name: string) => (await connector().stagedFiles()).includes(name);

/** Ages a publication's staged file. @returns its name in the staging folder */
async function fileAged(name: string, minutes: number): Promise<string> {
  const folder = path.join(connector().config.dataDir, 'uploads');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, name), '', { flag: 'a' });
  const time = new Date(Date.now() - minutes * 60_000);
  await utimes(path.join(folder, name), time, time);
  return name;
}

async function stagedFileOf(publishId: string, minutes: number): Promise<string> {
  const [row] = await connector().database.query<{ staged_file: string }>(
    'SELECT staged_file FROM publication_media WHERE publication_id = $1',
    [publishId],
  );
  return await fileAged(row?.staged_file ?? 'none', minutes);
}

const untouchedFor = (publishId: string, time: string) =>
  connector().database.query('UPDATE publications SET updated_at = now() - $2::interval WHERE id = $1', [
    publishId,
    time,
  ]);

describe('the staging janitor', () => {
  it('removes a complete file without a publication once it is an hour old', async () => {
    const orphan = await fileAged('orphan', 61);
    const part = await fileAged('orphan.part', 61);
    const young = await fileAged('young', 59);

    await clean();

    expect(await staged(orphan)).toBe(false);
    expect(await staged(part)).toBe(false);
    expect(await staged(young)).toBe(true);
  });

  it('keeps the parts of a resumable upload until its link expires', async () => {
    const { tusUrl } = await begin(tenant.api);
    await tusCall('POST', tusUrl, { 'upload-length': '100000' });
    await tusCall('PATCH', tusUrl, { 'upload-offset': '0' }, (await clip()).subarray(0, 1000));
    const [upload] = await connector().database.query<{ name: string }>(
      `SELECT pieces -> 0 ->> 'name' AS name FROM resumable_uploads WHERE organisation_id = '${tenant.organisationId}'`,
    );
    const piece = await fileAged(upload?.name ?? '', 3 * 60);

    await clean();
    expect(await staged(piece)).toBe(true);
    connector().moveClock(86_401);
    try {
      await clean();
    } finally {
      connector().moveClock(0);
    }

    expect(await staged(piece)).toBe(false);
    const reserved = `SELECT 1 FROM upload_reservations WHERE organisation_id = '${tenant.organisationId}'`;
    expect(await connector().database.query(reserved)).toEqual([]);
  });

  it('keeps unpublished files of every organisation', async () => {
    const other = await connector().tenant();
    const files = await Promise.all(
      [await ready(tenant.api), await ready(other.api)].map((id) => stagedFileOf(id, 24 * 60)),
    );

    await clean();

    for (const name of files) expect(await staged(name)).toBe(true);
  });

  it('keeps the file of an unknown outcome for a user to decide, but not forever', async () => {
    await connector().sandbox.fault({ match: INIT, kind: 'lost_response', times: 1 });
    const publishId = await publish(tenant.api);
    await untilStatus(tenant.api, publishId, 'unknown');
    const file = await stagedFileOf(publishId, 24 * 60);
    await untouchedFor(publishId, '6 days');

    await clean();
    expect(await staged(file)).toBe(true);
    await untouchedFor(publishId, '8 days');
    await clean();

    expect(await staged(file)).toBe(false);
    expect((await statusOf(tenant.api, publishId)).status).toBe('unknown');
  });

  it('keeps the file of a failed post for a retry until it expires', async () => {
    const code = 'spam_risk_too_many_posts';
    await connector().sandbox.fault({ match: INIT, kind: 'error_code', code, status: 403, times: 1 });
    const publishId = await publish(tenant.api);
    await untilStatus(tenant.api, publishId, 'failed');
    const file = await stagedFileOf(publishId, 24 * 60);
    await untouchedFor(publishId, '23 hours');

    await clean();
    expect(await staged(file)).toBe(true);
    await connector().database.query('UPDATE publications SET keep_files_until = now() WHERE id = $1', [
      publishId,
    ]);
    await clean();

    expect(await staged(file)).toBe(false);
    // Removed files no longer count against the organisation's quota.
    const [media] = await connector().database.query(
      'SELECT staged_file FROM publication_media WHERE publication_id = $1',
      [publishId],
    );
    expect(media).toEqual({ staged_file: null });
  });

  it('removes the file of a finished post that a crash has left behind', async () => {
    const publishId = await publish(tenant.api);
    await untilStatus(tenant.api, publishId, 'public');
    await eventually(async () => {
      const [row] = await connector().database.query<{ staged_file: string | null }>(
        'SELECT staged_file FROM publication_media WHERE publication_id = $1',
        [publishId],
      );
      return row?.staged_file === null;
    });
    const file = await fileAged('left-by-a-crash', 120);
    await connector().database.query(
      `UPDATE publication_media SET staged_file = $2 WHERE publication_id = $1`,
      [publishId, file],
    );
    await untouchedFor(publishId, '2 hours');

    await clean();

    expect(await staged(file)).toBe(false);
  });

  it('expires a publication that was not published for a week, with a reason, and never publishes it later', async () => {
    const kept = await ready(tenant.api);
    const uploaded = await ready(tenant.api);
    const { publishId: empty } = await begin(tenant.api);
    const file = await stagedFileOf(uploaded, 8 * 24 * 60);
    await untouchedFor(kept, '6 days');
    await untouchedFor(uploaded, '8 days');
    await untouchedFor(empty, '8 days');

    await clean();

    expect((await statusOf(tenant.api, kept)).status).toBe('ready');
    for (const publishId of [uploaded, empty]) {
      const seen = await statusOf(tenant.api, publishId);
      expect(seen).toMatchObject({ status: 'cancelled', failCode: 'upload_expired' });
      expect(seen.failReason).toMatch(/Nothing was posted/);
    }
    expect(await staged(file)).toBe(false);
    const late = await tenant.api.provider('publish-video', { publishId: uploaded });
    expect(late).toMatchObject({ status: 202, body: { status: 'cancelled' } });
    expect(await connector().sandbox.publicationsOf(tenant.username)).toEqual([]);
  });
});
