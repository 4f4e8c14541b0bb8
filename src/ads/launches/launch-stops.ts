import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import { Jobs } from '../../jobs/index.js';
import { LaunchStopper } from '../policy/launch-stopper.js';
import { AdLaunch } from './ad-launch.entity.js';
import { killSwitchText } from './dto/launch.view.js';
import { isOver, LAUNCH_STATUSES } from './launch-states.js';
import { LaunchStore } from './launch-store.js';

const OPEN = LAUNCH_STATUSES.filter((status) => !isOver(status));

/** Cancels the organisation's open launches for the kill switch. */
@Injectable()
export class LaunchStops implements OnModuleInit {
  constructor(
    private readonly stopper: LaunchStopper,
    private readonly orgContext: OrgContext,
    private readonly store: LaunchStore,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.stopper.use((reason, accountIds) => this.stop(reason, accountIds));
  }

  private async stop(reason: string, accountIds?: readonly string[]): Promise<number> {
    const { organisationId } = this.orgContext;
    const where = {
      organisationId,
      status: In(OPEN),
      ...(accountIds && { accountId: In([...accountIds]) }),
    };
    const open = await this.orgContext.transaction((em) => em.getRepository(AdLaunch).findBy(where));
    const stopped = await Promise.all(open.map(({ id }) => this.cancel(id, reason)));
    return stopped.filter(Boolean).length;
  }

  private async cancel(id: string, reason: string): Promise<boolean> {
    const now = this.clock.now();
    const changed = await this.store.change(id, ({ launch }) =>
      isOver(launch.status)
        ? undefined
        : {
            status: 'cancelled',
            killSwitch: { reason, at: now.toISOString() },
            failCode: 'kill_switch',
            failReason: killSwitchText(reason),
            finishedAt: now,
            dueAt: now,
          },
    );
    if (changed) await this.jobs.wake('launch', id);
    return changed !== undefined;
  }
}
