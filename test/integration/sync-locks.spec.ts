import { EventEmitter, once } from 'node:events';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Type } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { eventually } from 'tiktok-sandbox/testing';
import { OrgContext, SystemContext } from '../../src/database/index.js';
import { RunOverError } from '../../src/sync/runs/run-over.error.js';
import { SyncRuns } from '../../src/sync/runs/sync-runs.js';
import { Schedules } from '../../src/sync/schedule/schedules.js';
import { SyncLifecycle } from '../../src/sync/sync.lifecycle.js';
import { useConnector } from '../support/connector.js';
import { addAccounts, makeDue, type Accounts } from '../support/given/sync-accounts.js';

// Nothing runs here: the tests do what workers do.
const connector = useConnector({ webhooks: false, environment: { APP_ROLE: 'api' } });

const COUNTS = { items: 1, skipped: 0, total: null, warnings: [], requestIds: [], cursor: '1' };
const ADD_DAY = `
  INSERT INTO account_days (organisation_id, integration_id, day, source, captured_at)
  SELECT organisation_id, id, current_date, 'profile', now() FROM integrations WHERE id = $1`;

let accounts: Accounts;
let key: { integrationId: string; kind: 'videos' };
let runId: string;

beforeEach(async () => {
  const { database } = connector();
  accounts = await addAccounts(database, 1);
  key = { integrationId: accounts.integrationIds[0] ?? '', kind: 'videos' };
  await makeDue(database, accounts, new Date(), 'videos');
  [runId = ''] = await inOrg(() => get(SyncRuns).begin([key]));
  await database.query(`UPDATE sync_runs SET status = 'running' WHERE id = $1`, [runId]);
});

function get<T>(type: Type<T>): T {
  return connector().app.get(type);
}

function inOrg<T>(work: () => Promise<T>): Promise<T> {
  return get(OrgContext).run(accounts.organisationId, 'a test', work);
}

function inTransaction<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
  return inOrg(() => get(OrgContext).transaction(work));
}

function inPurge<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
  return get(SystemContext).transaction('a test', work);
}

/** Waits until a statement waits for a lock. */
function untilBlocked(): Promise<unknown> {
  return eventually(async () => {
    const sql = `SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
    return (await connector().database.query(sql)).length > 0;
  });
}

const record = (write: (em: EntityManager) => Promise<void>) =>
  inOrg(() => get(SyncRuns).record(runId, COUNTS, write)).then(
    () => 'stored',
    (error: unknown) => error,
  );

describe('SyncRuns.record', () => {
  it('waits for a cancellation, and stores nothing then', async () => {
    let isWritten = false;
    const later = await inTransaction(async (em) => {
      await get(Schedules).lock(em, key);
      const saving = record(async (inBatch) => {
        isWritten = true;
        await get(Schedules).change(inBatch, key, { cursor: '1' });
      });
      await untilBlocked();
      await get(SyncRuns).end(em, runId, { status: 'cancelled' });
      return { saving };
    });

    expect(await later.saving).toBeInstanceOf(RunOverError);
    expect(isWritten).toBe(false);
  });

  it('leaves nothing behind when the account is purged meanwhile', async () => {
    const gate = new EventEmitter();
    const [released, written] = [once(gate, 'released'), once(gate, 'written')];
    const batch = record(async (em) => {
      await em.query(ADD_DAY, [key.integrationId]);
      gate.emit('written');
      await released;
    });
    await written;

    const purge = inPurge((em) => get(SyncLifecycle).purge(em, key.integrationId));
    await untilBlocked();
    gate.emit('released');
    await purge;

    expect(await batch).toBe('stored');
    for (const table of ['account_days', 'sync_runs', 'sync_schedules']) {
      const sql = `SELECT FROM ${table} WHERE integration_id = $1`;
      expect(await connector().database.query(sql, [key.integrationId])).toEqual([]);
    }
  });

  it('leaves nothing behind when it begins during a purge', async () => {
    const later = await inPurge(async (em) => {
      await get(SyncLifecycle).purge(em, key.integrationId);
      const saving = record(async (inBatch) => {
        await inBatch.query(ADD_DAY, [key.integrationId]);
      });
      await untilBlocked();
      return { saving };
    });

    expect(await later.saving).toBeInstanceOf(RunOverError);
  });
});
