import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { EntityManager } from 'typeorm';
import { LockTakenError, OrgContext, queryRows, untilFree } from '../../src/database/index.js';
import { insertRows, type OrganisationRows } from '../support/given/organisation-rows.js';
import { useServiceDatabase } from '../support/service-database.js';

// Two connections, so that organisations take turns on the same ones.
const service = useServiceDatabase({ poolSize: 2 });
let a: OrganisationRows;
let b: OrganisationRows;

beforeAll(async () => {
  a = await insertRows(service().database);
  b = await insertRows(service().database);
});

async function integrations(em: EntityManager): Promise<string[]> {
  const rows = await queryRows<{ id: string }>(em, 'SELECT id, pg_sleep(0.002) FROM integrations');
  return rows.map(({ id }) => id);
}

function seenBy({ organisationId }: OrganisationRows): Promise<string[]> {
  const { orgContext } = service();
  return orgContext.run(organisationId, 'a test', () => orgContext.transaction(integrations));
}

/** The rows that a query outside of both contexts sees, and the settings of its connection. */
async function look(): Promise<string> {
  const rows = (await service().dataSource.query(
    `SELECT format('%s rows, organisation "%s", reason "%s"', count(*), current_setting('app.organisation_id', true),
       current_setting('app.system_reason', true)) AS text, pg_sleep(0.05)::text AS slept FROM integrations`,
  )) as { text: string }[];
  return rows.map(({ text }) => text).join();
}

describe('OrgContext.transaction', () => {
  it('sees only its own rows with many transactions on few connections', async () => {
    const owners = Array.from({ length: 100 }, (_, n) => (n % 3 === 0 ? b : a));

    const seen = await Promise.all(owners.map((owner) => seenBy(owner)));

    expect(seen).toEqual(owners.map(({ integrationId }) => [integrationId]));
  });

  it.each([
    ['was committed', async () => void (await seenBy(a))],
    [
      'was rolled back',
      async () => {
        const { orgContext } = service();
        const failing = orgContext.run(a.organisationId, 'a test', () =>
          orgContext.transaction((em) => em.query('SELECT 1/0')),
        );
        await expect(failing).rejects.toThrow('division by zero');
      },
    ],
    [
      'was the system’s',
      async () => {
        const all = await service().system.transaction('a test', integrations);
        expect(all.toSorted()).toEqual([a.integrationId, b.integrationId].toSorted());
      },
    ],
  ])('leaves nothing on its connection after it %s', async (_name, work) => {
    await Promise.all([work(), work(), work()]);

    // Slow enough to use both connections.
    const seen = await Promise.all([look(), look(), look(), look()]);
    expect(new Set(seen)).toEqual(new Set(['0 rows, organisation "", reason ""']));
  });

  it('keeps its organisation across awaits, timers and nested work of another', async () => {
    const { orgContext } = service();
    const names: string[] = [];

    await orgContext.run(a.organisationId, 'outer', async () => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      names.push(orgContext.organisationId);
      await orgContext.run(b.organisationId, 'inner', async () => {
        await Promise.resolve();
        names.push(orgContext.organisationId);
      });
      names.push(orgContext.organisationId);
    });

    expect(names).toEqual([a.organisationId, b.organisationId, a.organisationId]);
  });

  it('throws without an organisation', () => {
    const { orgContext } = service();

    expect(() => orgContext.organisationId).toThrow('no organisation');
    expect(() => orgContext.transaction(integrations)).toThrow('no organisation');
  });

  it('cannot write rows of another organisation', async () => {
    const { orgContext } = service();
    const forge = orgContext.run(a.organisationId, 'a test', () =>
      orgContext.transaction((em) =>
        em.query(`UPDATE integrations SET organisation_id = $1`, [b.organisationId]),
      ),
    );

    await expect(forge).rejects.toThrow('row-level security');
    expect(await seenBy(a)).toEqual([a.integrationId]);
  });
});

describe('OrgContext connections', () => {
  it('are never all used by one organisation', async () => {
    const { orgContext, database } = service();
    const holder = new Client({ connectionString: database.ownerUrl });
    await holder.connect();
    await holder.query('BEGIN; LOCK TABLE integrations IN ACCESS EXCLUSIVE MODE');
    const waiting = Array.from({ length: 10 }, () => seenBy(a));

    const other = await orgContext.run(b.organisationId, 'a test', () =>
      orgContext.transaction((em) => queryRows(em, 'SELECT 1 AS one')),
    );

    expect(other).toEqual([{ one: 1 }]);
    await holder.end();
    expect(await Promise.all(waiting)).toEqual(waiting.map(() => [a.integrationId]));
  });

  it('allow a nested transaction without a deadlock', async () => {
    const wide = new OrgContext(service().dataSource);

    const inner = wide.run(a.organisationId, 'a test', () =>
      wide.transaction(() => wide.transaction(integrations)),
    );

    expect(await inner).toEqual([a.integrationId]);
  });
});

describe('OrgContext.runCall', () => {
  it('waits 1 s for a locked row, while background work keeps waiting', async () => {
    const { orgContext, database } = service();
    const holder = new Client({ connectionString: database.ownerUrl });
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT id FROM integrations WHERE id = $1 FOR UPDATE', [a.integrationId]);
    const touch = () =>
      orgContext.transaction((em) =>
        em.query(`UPDATE integrations SET username = username WHERE id = $1`, [a.integrationId]),
      );

    const call = orgContext.runCall(a.organisationId, 'a test', touch);
    await expect(call).rejects.toMatchObject({ status: 409, code: 'change_in_progress' });
    const background = orgContext.run(a.organisationId, 'a test', touch);
    await sleep(1_200);
    await holder.end();

    await background;
  });
});

const taken = () => Promise.reject(new LockTakenError());

describe('untilFree', () => {
  it('retries until the lock is free', async () => {
    let tries = 0;
    const attempt = async () => {
      tries += 1;
      if (tries < 4) throw new LockTakenError();
      return 'done';
    };

    expect(await untilFree(attempt)).toBe('done');
  });

  it('gives up after its timeout, and at once on other errors', async () => {
    await expect(untilFree(taken, performance.now() - 6_000)).rejects.toThrow(LockTakenError);
    await expect(untilFree(() => Promise.reject(new Error('other')))).rejects.toThrow('other');
  });
});
