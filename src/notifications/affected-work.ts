import { Injectable, Logger } from '@nestjs/common';
import { messageOf } from '../common/index.js';
import { OrgContext } from '../database/index.js';

/** Work that stands still because of what is told, e.g. three scheduled publications. */
export interface AffectedWork {
  /** e.g. 'publications', 'active_campaigns' */
  kind: string;
  count: number;
  /** A few names that people recognise. */
  examples: string[];
  /** The same for people, e.g. '3 publications that are not out yet'. Without it they read count and kind. */
  summary?: string;
}

/** The part of a connection that work needs: each is consented to, and ends, by itself. */
export type ConnectionPart = 'login' | 'account' | 'advertiser';

type Find = (integrationId: string) => Promise<AffectedWork | undefined>;

/** Modules above register what they would lose with an integration; whoever tells of its loss collects it here. */
@Injectable()
export class AffectedWorkRegistry {
  private readonly logger = new Logger(AffectedWorkRegistry.name);
  private readonly finders = new Map<string, { part: ConnectionPart; find: Find }>();

  constructor(private readonly orgContext: OrgContext) {}

  /**
   * @param part without which that work stands still
   * @param find runs inside the organisation's context; undefined or a count of 0 when nothing is affected
   */
  register(kind: string, part: ConnectionPart, find: Find): void {
    this.finders.set(kind, { part, find });
  }

  /**
   * Call it inside `OrgContext.run`, and before opening a transaction: each finder opens one of its own, and a pool
   * whose connections all wait for another one stands still. A finder that fails is left out: the news goes first.
   * @param part that has ended; without it the whole connection has
   */
  async affectedBy(integrationId: string, part?: ConnectionPart): Promise<AffectedWork[]> {
    const { organisationId } = this.orgContext;
    const affected: AffectedWork[] = [];
    for (const [kind, { part: needed, find }] of this.finders) {
      if (part !== undefined && part !== needed) continue;
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
