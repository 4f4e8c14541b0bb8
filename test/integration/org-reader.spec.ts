import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { PoolClient } from 'pg';
import { QueryFailedError } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { OrgLists, OrgReader } from '../../src/database/index.js';
import { SocialVideo } from '../../src/sync/activity/social-video.entity.js';
import { insertRows, type OrganisationRows } from '../support/given/organisation-rows.js';
import { useServiceDatabase } from '../support/service-database.js';

// Two connections, so that organisations take turns on the same ones.
const service = useServiceDatabase({ poolSize: 2, entities: [SocialVideo] });
let a: OrganisationRows;
let b: OrganisationRows;

beforeAll(async () => {
  a = await insertRows(service().database);
  b = await insertRows(service().database);
});

function reader(): OrgReader {
  const { orgContext, dataSource } = service();
  return new OrgReader(orgContext, dataSource);
}

function videosOf({ organisationId }: OrganisationRows, tail = ''): Promise<SocialVideo[]> {
  return service().orgContext.run(organisationId, 'a test', () => reader().rows(SocialVideo, tail, []));
}

describe('OrgReader', () => {
  it('reads only rows of its organisation with many reads on few connections', async () => {
    const readers = Array.from({ length: 100 }, (_, n) => (n % 3 === 0 ? b : a));

    const seen = await Promise.all(readers.map((one) => videosOf(one)));

    for (const [n, videos] of seen.entries())
      expect(videos.map(({ organisationId }) => organisationId)).toEqual([readers[n]?.organisationId]);
  });

  it('returns values in the types of the entity', async () => {
    const [video] = await videosOf(a);

    const { orgContext } = service();
    const expected = await orgContext.run(a.organisationId, 'a test', () =>
      orgContext.transaction((em) => em.getRepository(SocialVideo).findOneByOrFail({})),
    );
    expect(video).toEqual({ ...expected });
  });

  it('fails without other effects when its connection breaks', async () => {
    const driver = service().dataSource.driver as PostgresDriver;
    const obtain = driver.obtainMasterConnection.bind(driver);
    const obtained = jest.spyOn(driver, 'obtainMasterConnection').mockImplementationOnce(async () => {
      const connection = (await obtain()) as [PoolClient, () => void];
      setTimeout(() => connection[0].connection.stream.destroy(new Error('reset by peer')), 100);
      return connection;
    });

    await expect(videosOf(a, 'WHERE pg_sleep(5) IS NULL')).rejects.toThrow(QueryFailedError);

    obtained.mockRestore();
    expect(await videosOf(a)).toHaveLength(1);
  });

  it('cannot write', async () => {
    const { orgContext } = service();
    const deleting = orgContext.run(a.organisationId, 'a test', () =>
      reader().rows(SocialVideo, `WHERE set_config('app.system_reason', 'x', true) IS NULL FOR UPDATE`, []),
    );

    await expect(deleting).rejects.toThrow('read-only transaction');
  });

  it('leaves nothing on its connection after a failed query, and works again', async () => {
    const failing = await Promise.allSettled(Array.from({ length: 6 }, () => videosOf(a, 'WHERE 1/0 = 1')));
    expect(failing.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 'rejected'));

    const seen = await Promise.all([1, 2, 3].map(() => videosOf(b)));

    expect(seen.map((videos) => videos.length)).toEqual([1, 1, 1]);
    const [row] = await service().dataSource.query<{ organisation: string }[]>(
      `SELECT current_setting('app.organisation_id', true) AS organisation`,
    );
    expect(row?.organisation ?? '').toBe('');
  });

  it('throws the same errors as TypeORM', async () => {
    await expect(videosOf(a, 'WHERE 1/0 = 1')).rejects.toThrow(QueryFailedError);
  });
});

describe('OrgLists', () => {
  it('rejects a cursor of another list', async () => {
    const { orgContext } = service();
    const key = [{ column: 'video_id', part: 'digits' as const, read: (row: SocialVideo) => row.videoId }];
    const list = { entity: SocialVideo, key, direction: 'DESC' as const };

    const reading = orgContext.run(a.organisationId, 'a test', () =>
      new OrgLists(orgContext, reader()).page(list, { limit: 1, cursor: 'WyJ4Il0' }, (row) => row),
    );

    await expect(reading).rejects.toThrow('cursor');
  });
});
