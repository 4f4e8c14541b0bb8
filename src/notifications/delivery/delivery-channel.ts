import type { NotificationSettings } from '../../config/index.js';
import type { Notification } from '../notification.entity.js';

export type ChannelName = keyof NotificationSettings;

/** A way out of the service. */
export interface DeliveryChannel {
  /**
   * @returns 'stopped' when the other side wants this never again
   * @throws NotDeliveredError when it may work later
   */
  send(notification: Notification): Promise<'delivered' | 'stopped'>;
}
