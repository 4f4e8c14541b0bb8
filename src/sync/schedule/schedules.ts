import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OrgContext } from '../../database/index.js';
import type { SyncKind } from '../runs/sync-kinds.js';
import { SyncSchedule } from './sync-schedule.entity.js';

/** What identifies a schedule. */
export interface ScheduleKey {
  integrationId: string;
  kind: SyncKind;
}

/** Reads and writes the schedules of the organisation. */
@Injectable()
export class Schedules {
  constructor(private readonly orgContext: OrgContext) {}

  find({ integrationId, kind }: ScheduleKey): Promise<SyncSchedule | null> {
    return this.orgContext.transaction((em) =>
      em.getRepository(SyncSchedule).findOneBy({ integrationId, kind }),
    );
  }

  /** Changes what the runs of a schedule have found. */
  async change(
    em: EntityManager,
    { integrationId, kind }: ScheduleKey,
    values: Partial<Pick<SyncSchedule, 'cursor' | 'listedAt' | 'dueAt'>>,
  ): Promise<void> {
    await em.getRepository(SyncSchedule).update({ integrationId, kind }, values);
  }
}
