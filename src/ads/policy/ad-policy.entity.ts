import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Money } from '../spec/money.js';

/** The most that one day may cost in one currency. Null: no limit. */
export interface SpendLimit {
  /** ISO 4217. */
  currency: string;
  perAccount: string | null;
  total: string | null;
}

/** What an organisation lets its users spend on ads. */
@Entity('ad_policies')
export class AdPolicy {
  @PrimaryColumn('text', { name: 'organisation_id' })
  organisationId: string;

  @Column('jsonb', { name: 'max_daily_spend' })
  maxDailySpend: SpendLimit[];

  /** For one edit of a budget. */
  @Column('integer', { name: 'max_increase_percent' })
  maxIncreasePercent: number;

  /** A second user approves what starts to spend. */
  @Column('boolean', { name: 'require_approval' })
  requireApproval: boolean;

  /** Null: TikTok may not raise budgets automatically. */
  @Column('jsonb', { name: 'auto_budget_increase_ceiling', nullable: true })
  autoBudgetIncreaseCeiling: Money | null;

  @Column('text', { name: 'updated_by' })
  updatedBy: string;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}

/** The rules of a policy. */
export type PolicyRules = Pick<
  AdPolicy,
  'maxDailySpend' | 'maxIncreasePercent' | 'requireApproval' | 'autoBudgetIncreaseCeiling'
>;

/** Of an organisation that has set none. */
export const DEFAULT_RULES: PolicyRules = {
  maxDailySpend: [],
  maxIncreasePercent: 50,
  requireApproval: false,
  autoBudgetIncreaseCeiling: null,
};
