import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { eventually } from 'tiktok-sandbox/testing';
import type { Finding } from '../../../src/doctor/index.js';
import { ProcessRegister } from '../../../src/runtime/index.js';
import { startConnector, type RunningConnector, type Tenant } from '../../support/connector.js';
import { smallDisk, type SmallDisk } from '../../support/small-disk.js';

const KILOBYTES = 256;

let disk: SmallDisk | undefined;
let connector: RunningConnector;
let tenant: Tenant;

beforeEach(async () => {
  disk = smallDisk(KILOBYTES);
  const environment: Record<string, string> = disk ? { DATA_DIR: disk.folder } : {};
  connector = await startConnector({ environment, webhooks: false });
  tenant = await connector.tenant();
}, 60_000);
afterEach(async () => {
  await connector.stop();
  disk?.remove();
});

/** Where nothing can be mounted a file in the place of the journal keeps it from being written, too. */
function spoil(): void {
  if (disk) return disk.fill();
  const journal = path.join(connector.config.dataDir, 'token-journal');
  rmSync(journal, { recursive: true, force: true });
  writeFileSync(journal, '');
}

function mend(): void {
  if (disk) return disk.clear();
  rmSync(path.join(connector.config.dataDir, 'token-journal'), { force: true });
}

async function ready(): Promise<{ status: number; body: Record<string, unknown> }> {
  return await connector.anonymous.get('/health/ready');
}

async function doctor(): Promise<Record<string, Finding | undefined>> {
  const operator = connector.api(tenant.organisationId, 'operator');
  const { body } = await operator.get<{ items: Finding[] }>('/api/doctor');
  return Object.fromEntries(body.items.map((item) => [item.check, item]));
}

/** Its token is over, so that TikTok gives a new pair, which the journal has to keep. */
async function refresh(): Promise<number> {
  await connector.database.query(
    `UPDATE credentials SET issued_at = now() - interval '3 hours', access_expires_at = now() - interval '1 hour'`,
  );
  const { integrationId } = tenant;
  return (await tenant.api.provider('get-creator-info', { integrationId })).status;
}

describe('A data folder that cannot be written any longer', () => {
  it('makes the process not ready, in plain words and without a path, until it can be written again', async () => {
    expect(await ready()).toMatchObject({ status: 200, body: { status: 'ok', dataFolder: 'ok', notes: [] } });

    spoil();

    const { body } = await eventually(async () => {
      const seen = await ready();
      return seen.status === 503 && seen;
    });
    expect(body).toMatchObject({
      code: 'data_folder_unavailable',
      detail: expect.stringMatching(/^The data folder cannot be written to: .*Uploads fail/),
    });
    expect(JSON.stringify(body)).not.toContain(connector.config.dataDir);
    expect((await connector.anonymous.get('/health/live')).status).toBe(200);

    mend();
    await eventually(async () => (await ready()).status === 200);
    // The probes leave nothing behind.
    const names = await readdir(connector.config.dataDir, { recursive: true });
    expect(names.filter((name) => name.endsWith('.probe'))).toEqual([]);
  });

  it('logs an error if a new token could not be stored, and the doctor reports it', async () => {
    spoil();
    const errors: string[] = [];
    const spy = jest
      .spyOn(Logger.prototype, 'error')
      .mockImplementation((message: unknown) => void errors.push(String(message)));
    try {
      // The account goes on working: the database has the new pair.
      expect(await refresh()).toBe(200);
    } finally {
      spy.mockRestore();
    }
    expect(errors).toEqual([expect.stringContaining('the token journal cannot be written')]);
    expect(errors.join()).not.toMatch(/act\.|rft\./);

    const found = await doctor();
    expect(found.token_journal).toMatchObject({
      status: 'problem',
      detail: expect.stringContaining('is not writable'),
    });
    await eventually(async () => {
      const [own] = await connector.app.get(ProcessRegister).live();
      return (own?.troubles.length ?? 0) > 0;
    });
    expect((await doctor()).processes).toMatchObject({
      status: 'problem',
      detail: expect.stringContaining('cannot be written to'),
    });

    mend();
    expect(await refresh()).toBe(200);
    await eventually(async () => (await doctor()).processes?.status === 'ok');
    expect((await doctor()).token_journal?.status).toBe('ok');
  });

  it('does not hide a failure of the journal alone', async () => {
    const journal = path.join(connector.config.dataDir, 'token-journal');
    rmSync(journal, { recursive: true, force: true });
    writeFileSync(journal, '');

    expect(await refresh()).toBe(200);

    expect((await ready()).body).toMatchObject({ code: 'data_folder_unavailable' });
    rmSync(journal);
    mkdirSync(journal, { mode: 0o700 });
    chmodSync(journal, 0o700);
    // It works again; what happened is not forgotten before a token was kept.
    await eventually(async () => {
      const { status, body } = await ready();
      return status === 200 && body.dataFolder === 'unavailable';
    });
    expect((await ready()).body.notes).toEqual([expect.stringContaining('failed to write recently')]);
    expect(await refresh()).toBe(200);
    await eventually(async () => (await ready()).body.dataFolder === 'ok');
  });
});
