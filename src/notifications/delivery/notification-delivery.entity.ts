import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Notification } from '../notification.entity.js';
import type { ChannelName } from './delivery-channel.js';

/** `stopped`: the receiver wants no more notifications. `given_up`: all attempts of about a day failed. */
export type DeliveryStatus = 'pending' | 'delivered' | 'stopped' | 'given_up';

/** The delivery of a notification by one channel. Written in the transaction of the notification. */
@Entity('notification_deliveries')
export class NotificationDelivery {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'notification_id' })
  notificationId: string;

  @ManyToOne(() => Notification)
  @JoinColumn({ name: 'notification_id' })
  notification: Relation<Notification>;

  @Column('text')
  channel: ChannelName;

  @Column('text')
  status: DeliveryStatus;

  @Column('text', { name: 'fail_reason', nullable: true })
  failReason: string | null;

  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt: Date | null;

  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt: Date | null;
}
