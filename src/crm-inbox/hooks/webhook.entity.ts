import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

export const CRM_EVENTS = ['conversation.created', 'conversation.updated', 'message.created'] as const;
/** What another CRM can follow. */
export type CrmEvent = (typeof CRM_EVENTS)[number];

/** An address of an organisation that follows its inbox. */
@Entity('crm_webhooks')
export class CrmWebhook {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'organisation_id' })
  organisationId: string;

  @Column('text')
  url: string;

  /** Encrypted. */
  @Column('text')
  secret: string;

  @Column('text', { array: true })
  events: CrmEvent[];

  @Column('boolean')
  enabled: boolean;

  /** Why the service has disabled it. */
  @Column('text', { name: 'disabled_reason', nullable: true })
  disabledReason: string | null;

  @Column('text', { name: 'created_by' })
  createdBy: string;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;
}
