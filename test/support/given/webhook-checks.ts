import { eventually } from 'tiktok-sandbox/testing';
import type { RunningConnector } from '../connector.js';

/** Lets the service check its registered webhooks, and waits for the result. */
export async function checkWebhooks(
  connector: RunningConnector,
  name: 'accounts' | 'ads' | 'watchdog',
): Promise<void> {
  const { database } = connector;
  const read = async () => {
    const sql = `SELECT extract(epoch FROM checked_at)::float8 AS at, lease_until IS NULL AS idle FROM webhook_checks WHERE name = $1`;
    const [row] = await database.query<{ at: number | null; idle: boolean }>(sql, [name]);
    return row;
  };
  // A check under way may have looked before.
  await eventually(async () => (await read())?.idle);
  const before = (await read())?.at ?? 0;
  await connector.hurry('webhook-check');
  await eventually(async () => {
    const row = await read();
    return row?.idle && (row.at ?? 0) > before;
  }, 20_000);
}
