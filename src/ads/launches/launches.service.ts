import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, ConflictError, InvalidInputError, newId, type Page } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { OrgContext, OrgLists, type Condition, type ListOf } from '../../database/index.js';
import { AdAccountAccess, type AdAccountRef } from '../../integrations/index.js';
import { Jobs } from '../../jobs/index.js';
import type { AdFamily } from '../../tiktok/index.js';
import { driverFor } from '../drivers/driver-table.js';
import type { Unchecked } from '../facts/fact-reader.js';
import { LaunchCheck } from '../facts/launch-check.js';
import type { Complaint } from '../rules/complaint.js';
import { complaintsError } from '../rules/complaint-error.js';
import { largestDailySpend, type DailySpend } from '../rules/daily-spend.js';
import { portfolioCallsToAction } from '../rules/launch-defaults.js';
import { LaunchValidation } from '../rules/launch-validation.js';
import { validate } from '../rules/validate.js';
import { withoutNulls } from '../rules/without-nulls.js';
import { PolicyGuard } from '../policy/policy-guard.js';
import type { LaunchBody } from '../spec/launch-body.dto.js';
import { AdLaunch } from './ad-launch.entity.js';
import { toLaunchSummary, type LaunchSummaryView } from './dto/launch.view.js';
import type { LaunchesQuery } from './dto/launches.query.js';
import type { DryRunView } from './dto/dry-run.view.js';
import { planOf } from './launch-plan.js';
import { isOver } from './launch-states.js';
import { LaunchStore, type LoadedLaunch } from './launch-store.js';

const NEWEST_FIRST: ListOf<AdLaunch> = {
  entity: AdLaunch,
  key: [{ column: 'id', part: 'id', read: (row) => row.id }],
  direction: 'DESC',
};

interface Checked {
  /** Without nulls, and with posts in the place of publications that are advertised as such. */
  launch: LaunchBody;
  family: AdFamily;
  complaints: Complaint[];
  unchecked: Unchecked[];
  spend: DailySpend;
  callsToAction: string[];
  /** True: it is not known yet whether a publication becomes a post or an upload. The check of the launch decides. */
  openPublications: boolean;
}

/** Starts, approves, resumes and cancels launches. */
@Injectable()
export class LaunchesService {
  constructor(
    private readonly config: AppConfig,
    private readonly accounts: AdAccountAccess,
    private readonly orgContext: OrgContext,
    private readonly store: LaunchStore,
    private readonly lists: OrgLists,
    private readonly policy: PolicyGuard,
    private readonly launchCheck: LaunchCheck,
    private readonly validation: LaunchValidation,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** @throws ForbiddenError, InvalidInputError with every complaint, ConflictError if the objective's create has ended */
  async create(body: LaunchBody, userId: string): Promise<LoadedLaunch> {
    const account = await this.accounts.find(body.accountId);
    const earlier = await this.earlier(body);
    if (earlier) return earlier;
    const { launch, family, complaints, spend, callsToAction, openPublications } = await this.check(
      body,
      account,
    );
    const { amount, currency } = spend;
    if (complaints.length > 0 || amount === null || currency === null) throw refusal(complaints, spend);
    await this.policy.assertMaySpend(account, { amount, currency });
    const needsApproval = await this.policy.requiresApproval();
    const { dryRun: _, ...stored } = launch;
    const id = newId();
    const inserted = await this.store.insert(
      {
        id,
        organisationId: this.orgContext.organisationId,
        accountId: body.accountId,
        idempotencyKey: body.idempotencyKey ?? null,
        bodyHash: hashOf(body),
        name: body.name,
        status: needsApproval ? 'awaiting_approval' : 'planned',
        family,
        body: stored,
        dailySpend: { amount, currency },
        requestedBy: userId,
        reason: body.reason ?? null,
        approvedBy: null,
        approvedAt: null,
        failCode: null,
        failReason: null,
        killSwitch: null,
        finishedAt: null,
        dueAt: needsApproval ? null : this.clock.now(),
      },
      planOf(stored, callsToAction, { openPublications }),
    );
    // The same key came twice at once: the first one counts.
    if (!inserted) return (await this.earlier(body)) ?? (await this.store.load(id));
    if (!needsApproval) await this.jobs.wake('launch', id);
    return await this.store.load(id);
  }

  /** Returns the plan and every complaint, and stores nothing. */
  async dryRun(body: LaunchBody): Promise<DryRunView> {
    const account = await this.accounts.find(body.accountId);
    const { launch, family, complaints, unchecked, spend, callsToAction } = await this.check(body, account);
    return {
      launchId: null,
      status: 'planned',
      family,
      plan: planOf(launch, callsToAction),
      complaints,
      unchecked,
      largestDailySpend: { amount: spend.amount, currency: spend.currency, words: spend.words },
      needsApproval: await this.policy.requiresApproval(),
    };
  }

  get(id: string): Promise<LoadedLaunch> {
    return this.store.load(id);
  }

  list({ accountId, status, ...page }: LaunchesQuery): Promise<Page<LaunchSummaryView>> {
    const conditions: Condition[] = [];
    if (accountId !== undefined) conditions.push(['account_id = ?', accountId]);
    if (status !== undefined) conditions.push(['status = ?', status]);
    return this.lists.page(NEWEST_FIRST, page, toLaunchSummary, conditions);
  }

  /** @throws ConflictError if it does not wait for an approval, or if the same user has requested it */
  async approve(id: string, userId: string): Promise<LoadedLaunch> {
    await this.transition(id, ({ launch }) => {
      if (launch.status !== 'awaiting_approval')
        throw new ConflictError(
          'launch_not_waiting',
          `This launch is ${launch.status}. It needs no approval.`,
        );
      if (launch.requestedBy === userId)
        throw new ConflictError(
          'approver_is_requester',
          'You requested this launch. Ask another user to approve it.',
        );
      const approvedAt = this.clock.now();
      return { status: 'planned', approvedBy: userId, approvedAt, dueAt: approvedAt };
    });
    return await this.store.load(id);
  }

  /** Repeats the failed step of a failed launch. @throws ConflictError for any other status */
  async resume(id: string): Promise<LoadedLaunch> {
    const loaded = await this.store.load(id);
    if (loaded.launch.status !== 'failed')
      throw new ConflictError(
        'launch_not_failed',
        `This launch is ${loaded.launch.status}. Only failed ones resume.`,
      );
    const again = { failCode: null, failReason: null, finishedAt: null, dueAt: this.clock.now() };
    if (await this.store.retry(id, { status: 'planned', ...again })) await this.jobs.wake('launch', id);
    return await this.store.load(id);
  }

  /** Stops a launch. What exists at TikTok stays there, paused. @throws ConflictError if it is live */
  async cancel(id: string): Promise<LoadedLaunch> {
    await this.transition(id, ({ launch }) => {
      if (launch.status === 'cancelled') return undefined;
      if (launch.status === 'ready')
        throw new ConflictError('launch_is_over', 'This launch is over. Its campaign is paused.');
      if (launch.status !== 'failed' && isOver(launch.status))
        throw new ConflictError(
          'launch_is_live',
          `This launch is ${launch.status}. Pause the campaign with POST /api/ads/status instead.`,
        );
      const now = this.clock.now();
      return { status: 'cancelled', finishedAt: now, dueAt: now };
    });
    return await this.store.load(id);
  }

  private async transition(
    id: string,
    change: (loaded: LoadedLaunch) => Partial<AdLaunch> | undefined,
  ): Promise<void> {
    await this.store.load(id);
    if (await this.store.change(id, change)) await this.jobs.wake('launch', id);
  }

  private async check(given: LaunchBody, account: AdAccountRef): Promise<Checked> {
    const { drivers } = this.config.ads.rules;
    const { launch, abilities, facts, unchecked } = await this.launchCheck.know(
      account,
      given,
      'interactive',
    );
    const choice = driverFor(drivers, launch.objective, this.clock.now(), abilities);
    if (choice.driver === null) throw new ConflictError(choice.reason, choice.message);
    const context = this.validation.contextOf(choice.driver, account, facts);
    return {
      launch,
      family: choice.driver,
      complaints: validate(launch, context),
      unchecked,
      spend: largestDailySpend(launch, context),
      callsToAction: portfolioCallsToAction(launch, context),
      openPublications: (facts.openPublications?.size ?? 0) > 0,
    };
  }

  private async earlier(body: LaunchBody): Promise<LoadedLaunch | undefined> {
    const { idempotencyKey } = withoutNulls(body);
    if (idempotencyKey === undefined) return undefined;
    const launch = await this.store.findByKey(idempotencyKey);
    if (!launch) return undefined;
    if (!launch.bodyHash.equals(hashOf(body)))
      throw new ConflictError(
        'idempotency_key_reused',
        `The idempotencyKey belongs to the launch ${launch.id} with another body. Use a new key for a new launch.`,
      );
    return await this.store.load(launch.id);
  }
}

function hashOf(body: LaunchBody): Buffer {
  return createHash('sha256').update(JSON.stringify(body)).digest();
}

function refusal(complaints: Complaint[], { words }: DailySpend): Error {
  if (complaints.length === 0) return new InvalidInputError(words, [{ field: 'budget', message: words }]);
  return complaintsError('this launch', complaints);
}
