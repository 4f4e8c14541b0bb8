import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** What a plain service stores of a delivery. */
@Entity('plain_webhook_events')
export class PlainEvent {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('bytea', { unique: true })
  dedupeKey: Buffer;

  @Column('text')
  clientKey: string;

  @Column('text')
  event: string;

  @Column('text', { nullable: true })
  userOpenId: string | null;

  @Column('text')
  content: string;

  @Column('bytea')
  rawBody: Buffer;

  @Column('timestamptz')
  eventTime: Date;

  @Column('timestamptz')
  receivedAt: Date;

  @Column('text')
  status: string;
}
