import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AccountProblemView } from '../accounts/dto/ads-account.view.js';

/**
 * `waiting`: not checked yet. `checked`: TikTok answered. `refused`: TikTok refused something, see the problem.
 * `not_connected`: no integration opens the account.
 */
export const HEALTH_STATES = ['waiting', 'checked', 'refused', 'not_connected'] as const;
export type HealthState = (typeof HEALTH_STATES)[number];

/** The health of an ad account of an organisation. The row is the work of its next check. */
@Entity('ad_account_health')
export class AdAccountHealth {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'organisation_id' })
  organisationId: string;

  @Column('text', { name: 'account_id' })
  accountId: string;

  @Column('text')
  state: HealthState;

  /** Why TikTok cannot be asked, or what is wrong with the account. */
  @Column('jsonb', { nullable: true })
  problem: AccountProblemView | null;

  /** TikTok's own value. */
  @Column('text', { nullable: true })
  status: string | null;

  /** A decimal as text. Null: TikTok did not say. */
  @Column('numeric', { nullable: true })
  balance: string | null;

  @Column('text', { nullable: true })
  currency: string | null;

  @Column('timestamptz', { name: 'checked_at', nullable: true })
  checkedAt: Date | null;
}
