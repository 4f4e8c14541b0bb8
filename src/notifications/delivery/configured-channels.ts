import type { NotificationSettings } from '../../config/index.js';
import type { ChannelName, DeliveryChannel } from './delivery-channel.js';
import { EmailChannel } from './email-channel.js';
import { WebhookChannel } from './webhook-channel.js';

/** Creates the channels that the operator has configured. */
export function configuredChannels({
  email,
  webhook,
}: NotificationSettings): Map<ChannelName, DeliveryChannel> {
  const channels = new Map<ChannelName, DeliveryChannel>();
  if (email) channels.set('email', new EmailChannel(email));
  if (webhook) channels.set('webhook', new WebhookChannel(webhook));
  return channels;
}
