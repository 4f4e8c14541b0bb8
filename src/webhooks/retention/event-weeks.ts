import { Injectable } from '@nestjs/common';
import { LockTakenError, queryRows, SystemContext, toLockTaken } from '../../database/index.js';

const MS_PER_DAY = 86_400_000;
// A new week is made when less than one is left, and then for some time: PostgreSQL reads the rest of the events once for that.
const DAYS_LEFT = 7;
const DAYS_AHEAD = 42;
// Short statements, so that they hold back neither the intake nor the dispatch.
const BATCH = 1_000;

const WEEKS = `
  SELECT to_char(to_date(right(c.relname, 10), 'YYYY_MM_DD'), 'YYYY-MM-DD') AS week
  FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
  WHERE i.inhparent = 'public.webhook_events'::regclass AND c.relname ~ '^webhook_events_\\d{4}_\\d\\d_\\d\\d$' ORDER BY 1`;

const PAGE = `
  SELECT id, dedupe_key AS key FROM webhook_events
  WHERE dedupe_key > coalesce($2::bytea, webhook_day_key($1::date)) AND dedupe_key < webhook_day_key($1::date + 7)
  ORDER BY dedupe_key LIMIT ${BATCH}`;
const UNSETTLED = `dedupe_key >= webhook_day_key($1::date) AND dedupe_key < webhook_day_key($1::date + 7)
  AND status NOT IN ('processed', 'ignored')`;
// Without a day in its key, an event belongs to the rest. An older process may have stored the same one there.
const MOVE = `
  UPDATE webhook_events SET dedupe_key = substring(dedupe_key FROM 9) || uuid_send(id)
  WHERE id = ANY($2::uuid[]) AND ${UNSETTLED} RETURNING id`;
// A purge that holds some of them deletes them itself.
const DELETE_RECEIPTS = `
  DELETE FROM webhook_receipts WHERE (organisation_id, event_id, integration_id) IN (
    SELECT organisation_id, event_id, integration_id FROM webhook_receipts WHERE event_id = ANY($1::uuid[])
    FOR UPDATE SKIP LOCKED)`;

interface Place {
  id: string;
  key: Buffer;
}

/** Keeps the partitions of events: a week each, from Monday, by the time that TikTok gives an event. */
@Injectable()
export class EventWeeks {
  constructor(private readonly system: SystemContext) {}

  /** Makes the weeks ahead. @returns the number of new ones; none while something holds them back: the next run tries again */
  async keepAhead(now: Date): Promise<number> {
    const last = (await this.weeks()).at(-1) ?? '';
    if (last > dayOf(now, DAYS_LEFT)) return 0;
    try {
      // Each in its own transaction: the check reads the rest of the events, and the intake must not wait for it.
      await this.call('guard_webhook_weeks()');
      await this.call('check_webhook_guard()');
      return await this.call('keep_webhook_weeks($1::date, $2::date)', [dayOf(now), dayOf(now, DAYS_AHEAD)]);
    } catch (error) {
      if (toLockTaken(error) instanceof LockTakenError) return 0;
      throw error;
    }
  }

  private async call(name: string, days: string[] = []): Promise<number> {
    const [row] = await this.system.transaction('keep the weeks of webhooks', (em) =>
      queryRows<{ count: number }>(em, `SELECT ${name} AS count`, days),
    );
    return row?.count ?? 0;
  }

  /**
   * Drops the weeks that ended before a time. Events that are not settled are moved to the rest first.
   * @returns the dropped weeks, by their Mondays
   */
  async dropEndedBefore(time: Date): Promise<string[]> {
    const before = dayOf(time, -7);
    const ended = (await this.weeks()).filter((week) => week <= before);
    const dropped: string[] = [];
    for (const week of ended) {
      // What holds one back holds back the others, too, and the intake would wait for each.
      if (!(await this.drop(week))) break;
      dropped.push(week);
    }
    return dropped;
  }

  private async weeks(): Promise<string[]> {
    const rows = await this.system.statement<{ week: string }>('list the weeks of webhooks', WEEKS, []);
    return rows.map(({ week }) => week);
  }

  private async drop(week: string): Promise<boolean> {
    let page: Place[] = [];
    do {
      page = await this.system.statement<Place>('find webhooks of a week', PAGE, [week, page.at(-1)?.key]);
      await this.empty(
        week,
        page.map(({ id }) => id),
      );
    } while (page.length === BATCH);
    return await this.dropIfSettled(week);
  }

  private async empty(week: string, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const moved = await this.system.statement<{ id: string }>('keep unsettled webhooks', MOVE, [week, ids]);
    const kept = new Set(moved.map(({ id }) => id));
    const settled = ids.filter((id) => !kept.has(id));
    await this.system.statement('delete the receipts of a week', DELETE_RECEIPTS, [settled]);
  }

  /** @returns false while something holds the week back: the next run tries again */
  private async dropIfSettled(week: string): Promise<boolean> {
    try {
      return await this.system.transaction('drop a week of webhooks', async (em) => {
        const open = await queryRows(em, `SELECT FROM webhook_events WHERE ${UNSETTLED} LIMIT 1`, [week]);
        if (open.length > 0) return false;
        await em.query('SELECT drop_webhook_week($1::date)', [week]);
        return true;
      });
    } catch (error) {
      // TikTok waits for the intake, so the service does not wait for the lock.
      if (toLockTaken(error) instanceof LockTakenError) return false;
      throw error;
    }
  }
}

function dayOf(time: Date, days = 0): string {
  return new Date(time.getTime() + days * MS_PER_DAY).toISOString().slice(0, 10);
}
