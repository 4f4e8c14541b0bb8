import { randomUUID } from 'node:crypto';
import { eventually } from 'tiktok-sandbox/testing';
import type { RunningConnector, Tenant } from '../connector.js';

export interface EndedRun extends Record<string, unknown> {
  id: string;
  status: string;
  items: number;
  cursor: string | null;
  total: number | null;
  warnings: { part: string; code: string; message: string }[];
}

/** Queues a run as the schedule does an hour after the last one, and waits for its end. */
export async function plannedRun(
  connector: RunningConnector,
  { organisationId, integrationId }: Tenant,
  kind = 'videos',
): Promise<EndedRun> {
  const { database } = connector;
  const id = randomUUID();
  await database.query(
    `INSERT INTO sync_schedules AS s (integration_id, kind, organisation_id) VALUES ($1, $2, $3)
     ON CONFLICT (integration_id, kind) DO UPDATE SET succeeded_at = s.succeeded_at - interval '1 hour',
       discovered_at = s.discovered_at - interval '1 hour'`,
    [integrationId, kind, organisationId],
  );
  await database.query(
    `INSERT INTO sync_runs (id, organisation_id, integration_id, kind, trigger, status, due_at)
     VALUES ($1, $2, $3, $4, 'cron', 'queued', now())`,
    [id, organisationId, integrationId, kind],
  );
  return await endedRun(connector, id);
}

export async function endedRun(connector: RunningConnector, id: string): Promise<EndedRun> {
  return await eventually(async () => {
    await connector.hurry('sync');
    const [run] = await connector.database.query<EndedRun>('SELECT * FROM sync_runs WHERE id = $1', [id]);
    return run && ['succeeded', 'incomplete', 'failed'].includes(run.status) && run;
  });
}

/** Runs everything of a kind, as a user asks for it. */
export async function manualRun(
  connector: RunningConnector,
  { api }: Tenant,
  syncType = 'videos',
): Promise<EndedRun> {
  const { body } = await api.post<{ runIds: string[] }>('/api/sync/trigger', {
    platform: 'tiktok',
    syncType,
  });
  return await endedRun(connector, body.runIds[0] ?? '');
}
