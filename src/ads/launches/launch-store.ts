import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, NotFoundError, isId } from '../../common/index.js';
import { OrgContext, queryRows } from '../../database/index.js';
import { launchCreates } from '../writes/launch-creates.js';
import { AdLaunch } from './ad-launch.entity.js';
import { byJournal } from './journal-objects.js';
import type { PlannedStep } from './launch-plan.js';
import { isOver, type LaunchStatus } from './launch-states.js';
import { LaunchStep } from './launch-step.entity.js';

export interface LoadedLaunch {
  launch: AdLaunch;
  /** In their order, with their objects by the journal. */
  steps: LaunchStep[];
}

/** Rows of launches and their steps. */
@Injectable()
export class LaunchStore {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly clock: Clock,
  ) {}

  /** Inserts a launch with its plan. @returns false if the organisation has used the idempotency key before */
  async insert(launch: Omit<AdLaunch, 'createdAt' | 'updatedAt'>, plan: PlannedStep[]): Promise<boolean> {
    const updatedAt = this.clock.now();
    return await this.orgContext.transaction(async (em) => {
      const inserted = await em
        .createQueryBuilder()
        .insert()
        .into(AdLaunch)
        .values({ ...launch, updatedAt } as object)
        .orIgnore()
        .returning('id')
        .execute();
      if ((inserted.raw as unknown[]).length === 0) return false;
      const { id: launchId, organisationId } = launch;
      const steps = plan.map((step, position) => ({
        ...step,
        launchId,
        organisationId,
        position,
        status: 'pending' as const,
        updatedAt,
      }));
      await em.getRepository(LaunchStep).insert(steps);
      return true;
    });
  }

  findByKey(idempotencyKey: string): Promise<AdLaunch | null> {
    const { organisationId } = this.orgContext;
    return this.orgContext.transaction((em) =>
      em.getRepository(AdLaunch).findOneBy({ organisationId, idempotencyKey }),
    );
  }

  /** @throws NotFoundError */
  async load(id: string): Promise<LoadedLaunch> {
    const found = isId(id) ? await this.orgContext.transaction((em) => loadIn(em, id)) : undefined;
    if (!found) throw new NotFoundError('launch_not_found', 'This launch does not exist.');
    return found;
  }

  /** @throws EntityNotFoundError */
  async statusOf(id: string): Promise<LaunchStatus> {
    const { status } = await this.orgContext.transaction((em) =>
      em.getRepository(AdLaunch).findOneOrFail({ where: { id }, select: { id: true, status: true } }),
    );
    return status;
  }

  /** Changes a launch while its row is locked. @returns undefined if `change` declines */
  async change(
    id: string,
    change: (loaded: LoadedLaunch) => Partial<AdLaunch> | undefined,
  ): Promise<AdLaunch | undefined> {
    return await this.orgContext.transaction(async (em) => {
      const lock = { mode: 'pessimistic_write' as const };
      const locked = await em.getRepository(AdLaunch).findOne({ where: { id }, lock });
      const loaded = locked && (await loadIn(em, id));
      const values = loaded ? change(loaded) : undefined;
      if (!loaded || !values) return undefined;
      await em.getRepository(AdLaunch).update({ id }, { ...values, updatedAt: this.clock.now() } as object);
      return Object.assign(loaded.launch, values);
    });
  }

  /** Saves a step, and unless the launch is over, the launch's phase and when it is due. */
  async saveStep(step: LaunchStep, values: Partial<LaunchStep>, phase: Partial<AdLaunch>): Promise<void> {
    const updatedAt = this.clock.now();
    await this.orgContext.transaction(async (em) => {
      const { launchId, position } = step;
      await em.getRepository(LaunchStep).update({ launchId, position }, { ...values, updatedAt } as object);
      const lock = { mode: 'pessimistic_write' as const };
      const launch = await em.getRepository(AdLaunch).findOneOrFail({ where: { id: launchId }, lock });
      if (!isOver(launch.status))
        await em.getRepository(AdLaunch).update({ id: launchId }, { ...phase, updatedAt } as object);
    });
    Object.assign(step, values);
  }

  /** Makes the failed steps of a failed launch pending again, each as an attempt of its own. */
  async retry(id: string, values: Partial<AdLaunch>): Promise<boolean> {
    const updatedAt = this.clock.now();
    return await this.orgContext.transaction(async (em) => {
      const lock = { mode: 'pessimistic_write' as const };
      const locked = await em.getRepository(AdLaunch).findOne({ where: { id }, lock });
      if (locked?.status !== 'failed') return false;
      const failed = await em.getRepository(LaunchStep).findBy({ launchId: id, status: 'failed' });
      // A resume for any other reason must not undo a pause that the user may not know of.
      const overrules = locked.failCode === 'paused_by_user';
      // By the clock that also dates the changes of users.
      const [now] = await queryRows<{ at: Date }>(em, 'SELECT now() AS at');
      for (const { launchId, position, detail } of failed) {
        const { failures: _failures, reviewSince: _since, ...known } = detail ?? {};
        const attempt = {
          attempt: (detail?.attempt ?? 0) + 1,
          ...(overrules && { resumedAt: now?.at.toISOString() }),
        };
        const pending = { status: 'pending', message: null, detail: { ...known, ...attempt } };
        await em.getRepository(LaunchStep).update({ launchId, position }, pending as object);
      }
      await em.getRepository(AdLaunch).update({ id }, { ...values, updatedAt } as object);
      return true;
    });
  }
}

async function loadIn(em: EntityManager, id: string): Promise<LoadedLaunch | undefined> {
  const launch = await em.getRepository(AdLaunch).findOneBy({ id });
  if (!launch) return undefined;
  const order = { position: 'ASC' as const };
  const steps = await em.getRepository(LaunchStep).find({ where: { launchId: id }, order });
  return { launch, steps: byJournal(steps, await launchCreates(em, id), launch.status) };
}
