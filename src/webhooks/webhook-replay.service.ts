import { Injectable } from '@nestjs/common';
import { decodeCursor, isId, toPage } from '../common/index.js';
import { OrgContext, queryRows, SystemContext } from '../database/index.js';
import { Jobs } from '../jobs/index.js';
import type { ReplayedEventsView, ReplayEventsDto } from './dto/replay-events.dto.js';
import type { WebhookEventView } from './dto/webhook-event.view.js';
import { EventViews } from './event-views.js';
import { eventsOf } from './events-of.js';
import { unknownEvent } from './unknown-event.js';
import { WebhookEvent } from './webhook-event.entity.js';

/** Keeps one call, and what it adds to the queue, short. */
const MOST_PER_CALL = 1_000;

const AGAIN = `
  UPDATE webhook_events SET status = 'received', failure = NULL, processed_at = NULL, due_at = now(), attempts = 0,
    last_error = NULL`;
// Nothing is left to handle of an event that was erased with a person.
const HAS_CONTENT = 'octet_length(raw_body) > 0';
const REPLAY = `${AGAIN} WHERE id = $1 AND ${HAS_CONTENT}`;
// Another call may have replayed some of them since they were listed.
const REPLAY_MANY = `${AGAIN} WHERE id = ANY($1::uuid[]) AND status = $2 AND ${HAS_CONTENT} RETURNING id`;

/** Handles events again at once, with a new set of attempts. Handlers are idempotent. */
@Injectable()
export class WebhookReplayService {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly system: SystemContext,
    private readonly jobs: Jobs,
    private readonly views: EventViews,
  ) {}

  /** @throws NotFoundError when the organisation has no such event */
  async one(id: string): Promise<WebhookEventView> {
    const visible = isId(id) && (await this.isVisible(id));
    if (!visible) throw unknownEvent(id);
    const replayed = await this.system.transaction('replay a webhook', async (em) => {
      await em.query(REPLAY, [id]);
      return await em.getRepository(WebhookEvent).findOneByOrFail({ id });
    });
    await this.jobs.wake('webhook', id);
    const view = await this.orgContext.transaction((em) => this.views.of(em, [replayed]));
    return view(replayed);
  }

  /** Replays events of the organisation's accounts, newest first. The cursor keeps events that fail again from a second replay. */
  async many({ cursor, ...filter }: ReplayEventsDto): Promise<ReplayedEventsView> {
    const [before] = decodeCursor(cursor, ['id']) ?? [];
    const { items, nextCursor } = await this.orgContext.transaction(async (em) => {
      const query = eventsOf(em, this.orgContext.organisationId, { ...filter, before })
        .select('e.id')
        .limit(MOST_PER_CALL + 1);
      return toPage(
        await query.getMany(),
        MOST_PER_CALL,
        ({ id }) => [id],
        ({ id }) => id,
      );
    });
    const rows = await this.system.transaction('replay webhooks', (em) =>
      queryRows<{ id: string }>(em, REPLAY_MANY, [items, filter.status]),
    );
    const ids = rows.map(({ id }) => id);
    if (ids.length > 0) await this.jobs.wakeAll('webhook', ids);
    return { replayed: ids.length, nextCursor: nextCursor ?? null };
  }

  private isVisible(id: string): Promise<boolean> {
    return this.orgContext.transaction((em) => em.getRepository(WebhookEvent).existsBy({ id }));
  }
}
