import type { NotificationSettings } from '../../config/index.js';
import type { Notification } from '../notification.entity.js';

export type ChannelName = keyof NotificationSettings;

/** Sends notifications to the outside. */
export interface DeliveryChannel {
  /**
   * @returns 'stopped' when the receiver wants no more notifications
   * @throws DeliveryFailedError when a retry may succeed
   */
  send(notification: Notification): Promise<'delivered' | 'stopped'>;
}
