import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { AdFamily, AdLevel, WireBody } from '../../tiktok/index.js';
import type { Difference } from './read-back.js';

/** `drift`: someone changed the object in TikTok Ads Manager. */
export const CHANGE_ACTIONS = ['create', 'update', 'status', 'drift'] as const;
export type ChangeAction = (typeof CHANGE_ACTIONS)[number];

/**
 * `intended`: not sent yet. `sent`: on its way, or its process was killed. `unknown`: TikTok did not answer, so the object is
 * looked up before anything else is sent.
 */
export const CHANGE_STATES = ['intended', 'sent', 'unknown', 'succeeded', 'failed'] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];

export const ACTOR_KINDS = ['user', 'launch', 'kill_switch', 'ads_manager'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** One change of an ad object: the intent before the call, its outcome afterwards, and so the audit trail. */
@Entity('ad_changes')
export class AdChange {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'organisation_id' })
  organisationId: string;

  @Column('text', { name: 'account_id' })
  accountId: string;

  @Column('text')
  level: AdLevel;

  @Column('text')
  family: AdFamily;

  @Column('text')
  action: ChangeAction;

  /** TikTok's id; null until TikTok has created the object. */
  @Column('text', { name: 'object_id', nullable: true })
  objectId: string | null;

  @Column('text', { nullable: true })
  name: string | null;

  @Column('text', { name: 'actor_kind' })
  actorKind: ActorKind;

  @Column('text', { name: 'actor_id', nullable: true })
  actorId: string | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid', { name: 'launch_id', nullable: true })
  launchId: string | null;

  @Column('text', { name: 'step_key', nullable: true })
  stepKey: string | null;

  @Column('text')
  state: ChangeState;

  /** The answer was lost; the object was found at TikTok afterwards. */
  @Column('boolean', { default: false })
  adopted: boolean;

  /** The key by which TikTok recognises a repeat for about 10 s: an int64 as text. */
  @Column('text', { name: 'request_id', nullable: true })
  requestId: string | null;

  /** What was sent, in TikTok's words. */
  @Column('jsonb')
  body: WireBody;

  @Column('jsonb', { nullable: true })
  before: WireBody | null;

  @Column('jsonb', { nullable: true })
  after: WireBody | null;

  /** Where TikTok's object differs from what was sent. */
  @Column('jsonb', { nullable: true })
  differences: Difference[] | null;

  /** TikTok's id of the call, which its support asks for. */
  @Column('text', { name: 'tiktok_request_id', nullable: true })
  tiktokRequestId: string | null;

  @Column('text', { name: 'fail_code', nullable: true })
  failCode: string | null;

  @Column('text', { name: 'fail_message', nullable: true })
  failMessage: string | null;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  /** When the last call left. */
  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt: Date | null;

  /** When the first call of a create left: no object that is older can be its own. */
  @Column('timestamptz', { name: 'first_sent_at', nullable: true })
  firstSentAt: Date | null;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;

  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt: Date | null;
}
