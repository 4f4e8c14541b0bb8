import { randomUUID } from 'node:crypto';
import type { RunningConnector, Tenant } from '../connector.js';
import { deliver, delivery } from './webhook-deliveries.js';

/** Delivers TikTok's webhook about a post of the tenant's account. */
export async function announce(
  { database, anonymous }: Pick<RunningConnector, 'database' | 'anonymous'>,
  { integrationId }: Pick<Tenant, 'integrationId'>,
  event: string,
  id: string,
): Promise<void> {
  const [row] = await database.query<{ open_id: string }>('SELECT open_id FROM integrations WHERE id = $1', [
    integrationId,
  ]);
  const content = JSON.stringify({ post_id: id, publish_type: 'DIRECT_PUBLISH', once: randomUUID() });
  const answer = await deliver(anonymous, delivery({ event, user_openid: row?.open_id ?? '', content }));
  if (answer.status !== 200) throw new Error(`the webhook was answered with ${answer.status}`);
}
