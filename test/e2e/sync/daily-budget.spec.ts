import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { useEditedAds } from '../../support/given/edited-ads.js';

const REPORT = '/open_api/v1.3/report/integrated/get/';
const USED_UP = {
  code: 40100,
  message: 'Requests made too frequently: the QPD limit of the app is reached',
  request_id: '1',
  data: {},
};
const DAY_SECONDS = 86_400;

const edited = useEditedAds();

interface Run extends Record<string, unknown> {
  status: string;
  cursor: string | null;
  attempts: number;
  dueAt: Date | null;
}

async function begin(): Promise<string> {
  const id = randomUUID();
  await edited().connector.database.query(
    `INSERT INTO sync_runs (id, organisation_id, integration_id, kind, trigger, status, due_at)
     SELECT $1, organisation_id, id, 'ads', 'cron', 'queued', now() FROM integrations WHERE organisation_id = $2`,
    [id, edited().ads.organisationId],
  );
  return id;
}

async function runOf(id: string): Promise<Run> {
  const [run] = await edited().connector.database.query<Run>(
    `SELECT status, cursor, attempts, due_at AS "dueAt" FROM sync_runs WHERE id = $1`,
    [id],
  );
  if (!run) throw new Error('there is no such run');
  return run;
}

async function readings(): Promise<number> {
  const rows = await edited().connector.database.query(
    'SELECT 1 FROM ad_metric_readings WHERE organisation_id = $1',
    [edited().ads.organisationId],
  );
  return rows.length;
}

describe("The app's daily budget that ends in the middle of a run", () => {
  it('lets the run wait for the next UTC day, and go on at its place without another call', async () => {
    let calls = 0;
    edited().editor.edit(REPORT, (body) => {
      calls += 1;
      return calls > 2 ? USED_UP : body;
    });
    const midnight = new Date();
    midnight.setUTCHours(24, 0, 0, 0);
    const id = await begin();
    await edited().connector.hurry('sync');

    const waiting = await eventually(async () => {
      const run = await runOf(id);
      return calls > 2 && run.dueAt !== null && run.dueAt.getTime() > Date.now() + 60_000 && run;
    }, 30_000);

    expect(['queued', 'running']).toContain(waiting.status);
    expect(waiting.dueAt?.getTime()).toBeGreaterThanOrEqual(midnight.getTime() - 1_000);
    const [asked, read] = [calls, await readings()];
    await edited().connector.hurry('sync');
    await eventually(async () => ((await runOf(id)).dueAt?.getTime() ?? 0) > Date.now() + 60_000, 30_000);
    expect(calls).toBe(asked);
    expect(await readings()).toBe(read);

    edited().editor.clear();
    edited().connector.moveClock(DAY_SECONDS);
    await edited().connector.sandbox.control('/clock', { advanceSeconds: DAY_SECONDS });
    const ended = await eventually(async () => {
      await edited().connector.hurry('sync');
      const run = await runOf(id);
      return !['queued', 'running'].includes(run.status) && run;
    }, 60_000);

    expect(ended).toMatchObject({ status: 'succeeded' });
    expect(await readings()).toBeGreaterThan(read);
  });
});
