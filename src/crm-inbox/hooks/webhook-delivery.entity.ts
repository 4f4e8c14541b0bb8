import {
  Column,
  CreateDateColumn,
  Entity,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { CrmWebhook, type CrmEvent } from './webhook.entity.js';

export const HOOK_DELIVERY_STATUSES = ['pending', 'delivered', 'stopped', 'given_up'] as const;
/** `stopped`: the receiver wants no more, or the subject is gone. `given_up`: all attempts of about a day failed. */
export type HookDeliveryStatus = (typeof HOOK_DELIVERY_STATUSES)[number];

/** One event for one address. Written in the transaction of the event; its body is made when it is sent. */
@Entity('crm_webhook_deliveries')
export class CrmWebhookDelivery {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'organisation_id' })
  organisationId: string;

  @Column('uuid', { name: 'webhook_id' })
  webhookId: string;

  @ManyToOne(() => CrmWebhook)
  @JoinColumn({ name: 'webhook_id' })
  webhook: Relation<CrmWebhook>;

  @Column('text')
  type: CrmEvent;

  @Column('uuid', { name: 'conversation_id' })
  conversationId: string;

  @Column('uuid', { name: 'message_id', nullable: true })
  messageId: string | null;

  /** Grows with each change that arrives while it waits. */
  @Column('int')
  change: number;

  @Column('text')
  status: HookDeliveryStatus;

  /** The HTTP status of the last answer; null for none. */
  @Column('int', { name: 'response_status', nullable: true })
  responseStatus: number | null;

  @Column('text', { name: 'fail_reason', nullable: true })
  failReason: string | null;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt: Date | null;

  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt: Date | null;

  /** Attempts since the last success. */
  @Column('int', { default: 0 })
  attempts: number;

  @Column('text', { name: 'last_error', nullable: true })
  lastError: string | null;
}
