import type { RunningConnector, Tenant } from '../connector.js';
import { businessTenant } from './business-tenant.js';

/** For the environment: what the second consent of such accounts asks for. */
export const MESSAGE_SCOPES =
  'user.info.basic,user.info.username,message.list.read,message.list.send,message.list.manage';

/** An organisation whose account may read and send direct messages. */
export function messagingTenant(connector: RunningConnector): Promise<Tenant> {
  return businessTenant(connector, ['video.list'], { videos: 1 });
}
