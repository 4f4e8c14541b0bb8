import { Injectable, Logger } from '@nestjs/common';
import { messageOf } from '../common/index.js';
import { OrgContext } from '../database/index.js';

/** Work that is blocked by the event of a notification, e.g. three scheduled publications. */
export interface AffectedWork {
  /** e.g. 'publications', 'active_campaigns' */
  kind: string;
  count: number;
  /** Titles of a few of them. */
  examples: string[];
  /** The same as text, e.g. '3 unpublished posts'. Without it, count and kind are shown. */
  summary?: string;
}

/** A part of a connection. Each has its own consent, and expires independently. */
export type ConnectionPart = 'login' | 'account' | 'advertiser';

type Find = (integrationId: string) => Promise<AffectedWork | undefined>;

/** Modules register the work that depends on an integration, and notices about its loss list it. */
@Injectable()
export class AffectedWorkRegistry {
  private readonly logger = new Logger(AffectedWorkRegistry.name);
  private readonly finders = new Map<string, { part: ConnectionPart; find: Find }>();

  constructor(private readonly orgContext: OrgContext) {}

  /**
   * @param part the part of the connection that the work needs
   * @param find runs inside the organisation's context; returns undefined or a count of 0 when nothing is affected
   */
  register(kind: string, part: ConnectionPart, find: Find): void {
    this.finders.set(kind, { part, find });
  }

  /**
   * Call it inside `OrgContext.run` and outside of a transaction. Each finder opens its own, and callers that already hold
   * a connection could exhaust the pool. A failing finder is skipped, because the notice is more important.
   * @param part the part that has ended; without it, the whole connection
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
        this.logger.warn(`could not find the affected ${kind} of ${organisationId}: ${messageOf(error)}`);
      }
    }
    return affected;
  }
}
