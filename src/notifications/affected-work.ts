import { Injectable, Logger } from '@nestjs/common';
import { messageOf } from '../common/index.js';
import { OrgContext } from '../database/index.js';

/** Work that stands still because of what is told, e.g. three scheduled publications. */
export interface AffectedWork {
  /** e.g. 'scheduled_publications', 'active_campaigns' */
  kind: string;
  count: number;
  /** A few names that people recognise. */
  examples: string[];
}

type Find = (integrationId: string) => Promise<AffectedWork | undefined>;

/** Modules above register what they would lose with an integration; whoever tells of its loss collects it here. */
@Injectable()
export class AffectedWorkRegistry {
  private readonly logger = new Logger(AffectedWorkRegistry.name);
  private readonly finders = new Map<string, Find>();

  constructor(private readonly orgContext: OrgContext) {}

  /** @param find runs inside the organisation's context; undefined or a count of 0 when nothing is affected */
  register(kind: string, find: Find): void {
    this.finders.set(kind, find);
  }

  /**
   * Call it inside `OrgContext.run`, and before opening a transaction: each finder opens one of its own, and a pool
   * whose connections all wait for another one stands still. A finder that fails is left out: the news goes first.
   */
  async affectedBy(integrationId: string): Promise<AffectedWork[]> {
    const { organisationId } = this.orgContext;
    const affected: AffectedWork[] = [];
    for (const [kind, find] of this.finders) {
      try {
        const work = await find(integrationId);
        if (work && work.count > 0) affected.push(work);
      } catch (error) {
        this.logger.warn(`what ${organisationId} would lose of ${kind} is unknown: ${messageOf(error)}`);
      }
    }
    return affected;
  }
}
