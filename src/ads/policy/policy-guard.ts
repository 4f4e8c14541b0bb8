import { Injectable, Logger } from '@nestjs/common';
import { ForbiddenError, messageOf } from '../../common/index.js';
import { includesRole, type Role } from '../../auth/index.js';
import type { AdAccountRef } from '../../integrations/index.js';
import { NO_SPEND } from '../spec/day-spend.js';
import { toMicros, type Money } from '../spec/money.js';
import { DEFAULT_RULES, type PolicyRules } from './ad-policy.entity.js';
import { checkEdits } from './edit-checks.js';
import { dailySpendRefusal, limitFor } from './limits.js';
import { PolicyStore } from './policy.store.js';
import { mayRaise, type SpendEdit } from './spend-edit.js';
import { SpendGate } from './spend-gate.js';

/** Enforces the organisation's policy. Every method throws ConflictError or ForbiddenError with a code `ad_policy_…`. */
@Injectable()
export class PolicyGuard {
  private readonly logger = new Logger(PolicyGuard.name);

  constructor(
    private readonly policies: PolicyStore,
    private readonly gate: SpendGate,
  ) {}

  async requiresApproval(): Promise<boolean> {
    return (await this.rules()).requireApproval;
  }

  /** Where a second user must approve, only admins enable something directly. */
  async assertMayEnableDirectly(role: Role): Promise<void> {
    if (includesRole(role, 'admin') || !(await this.requiresApproval())) return;
    throw new ForbiddenError(
      'ad_policy_approval',
      'Your organisation lets a second user approve what starts to spend. Ask an admin to enable it, or launch it and have it ' +
        'approved. An admin can change this with PUT /api/ads/policy.',
    );
  }

  /**
   * Makes changes of objects within the policy. Everything that can raise the spend goes through here: what is enabled, budgets,
   * schedules and automatic increases. The spend is reserved until `work` has stored the outcome.
   * @param work sends the changes
   */
  async within<T>(account: AdAccountRef, edits: readonly SpendEdit[], work: () => Promise<T>): Promise<T> {
    const raising = edits.filter(mayRaise);
    if (raising.length === 0) return await work();
    const rules = await this.rules();
    const hasSchedule = raising.some(({ start, end }) => start !== undefined || end !== undefined);
    const objects = await this.gate.objectsOf(account, hasSchedule ? 'fresh' : 'copy');
    checkEdits(rules, account.currency ?? '', objects, raising);
    const reservation = await this.gate.admit(account, { edits: raising }, rules);
    try {
      return await work();
    } finally {
      if (reservation !== undefined) await this.release(reservation);
    }
  }

  /** Checks what new objects may spend in a day, beside what already runs. Nothing is reserved: they are created paused. */
  async assertMaySpend(account: AdAccountRef, extra: Money): Promise<void> {
    const most = toMicros(extra.amount) ?? 0n;
    await this.gate.admit(account, { edits: [], extra: { ...NO_SPEND, most } }, await this.rules());
  }

  /** Refuses what is above the account's limit alone, so that it could never be enabled. */
  async assertMayEverSpend(spend: Money): Promise<void> {
    const amount = limitFor(await this.rules(), spend.currency)?.perAccount ?? null;
    if (amount === null) return;
    const after = { ...NO_SPEND, most: toMicros(spend.amount) ?? 0n };
    const refusal = dailySpendRefusal('perAccount', { ...spend, amount }, NO_SPEND, after);
    if (refusal) throw refusal;
  }

  /** It expires automatically if the database cannot be reached now. */
  private async release(reservation: string): Promise<void> {
    try {
      await this.gate.release(reservation);
    } catch (error) {
      this.logger.warn(`a reservation of ad spend stays for some minutes: ${messageOf(error)}`);
    }
  }

  private async rules(): Promise<PolicyRules> {
    return (await this.policies.find()) ?? DEFAULT_RULES;
  }
}
