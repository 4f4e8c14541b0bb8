import { mkdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { StagingJanitor } from '../../../src/content/uploads/staging/staging-janitor.js';
import { useConnector, type Tenant } from '../../support/connector.js';
import { begin, publish, ready, statusOf, untilStatus } from '../../support/given/publications.js';
import { clip } from '../../support/given/videos.js';
import { INIT } from '../../support/sandbox-control.js';
import { tusCall } from '../../support/tus.js';

const connector = useConnector();

let tenant: Tenant;
beforeEach(async () => {
  tenant = await connector().tenant();
});

const clean = () => connector().app.get(StagingJanitor).clean();
const staged = async (name: string) => (await connector().stagedFiles()).includes(name);

/** The file's name in the staging folder, which was last written so long ago. */
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

describe('The janitor of uploads', () => {
  it('removes a whole file that no publication has, once it is an hour old', async () => {
    const orphan = await fileAged('orphan', 61);
    const part = await fileAged('orphan.part', 61);
    const young = await fileAged('young', 59);

    await clean();

    expect(await staged(orphan)).toBe(false);
    expect(await staged(part)).toBe(false);
    expect(await staged(young)).toBe(true);
  });

  it('keeps the pieces of a resumable upload for as long as its link is valid, and no longer', async () => {
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

  it('keeps the files of every organisation that are still to be published', async () => {
    const other = await connector().tenant();
    const files = await Promise.all(
      [await ready(tenant.api), await ready(other.api)].map((id) => stagedFileOf(id, 24 * 60)),
    );

    await clean();

    for (const name of files) expect(await staged(name)).toBe(true);
  });

  it('keeps the file of a post of which nobody knows, for a person to decide, but not for ever', async () => {
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

  it('keeps the file of a failed post for another attempt, until its time is over', async () => {
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
    // What is gone takes no room of the organisation.
    const [media] = await connector().database.query(
      'SELECT staged_file FROM publication_media WHERE publication_id = $1',
      [publishId],
    );
    expect(media).toEqual({ staged_file: null });
  });

  it('removes the file of a post that is over, when a crash has left it', async () => {
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

  it('expires what nobody has published for a week, with a reason, and no later publish begins it', async () => {
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
