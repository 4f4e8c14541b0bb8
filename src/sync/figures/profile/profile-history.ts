import { Injectable } from '@nestjs/common';
import { Clock } from '../../../common/index.js';
import { OrgContext, OrgReader } from '../../../database/index.js';
import { IntegrationsService } from '../../../integrations/index.js';
import { toCount } from '../counters.js';
import type { ProfileHistoryQuery } from '../dto/profile-history.query.js';
import type { ProfileDayView, ProfileHistoryView, ProfileReadingView } from '../dto/profile-history.view.js';
import { assertCount, toRange } from '../range/figure-range.js';
import { stepsIn, type Bucket } from '../range/step.js';
import type { Source } from '../../activity/source.js';

const DEFAULT_DAYS = 30;
const MOST_DAYS = 1_000;

const READ = `
  SELECT to_char(day, 'YYYY-MM-DD') AS day, source, captured_at AS "capturedAt", followers, following, likes, videos, insights
  FROM account_days WHERE organisation_id = $1 AND integration_id = $2 AND day BETWEEN $3::date AND $4::date`;

interface Row {
  day: string;
  source: Source;
  capturedAt: Date;
  followers: string | null;
  following: string | null;
  likes: string | null;
  videos: string | null;
  insights: Record<string, unknown> | null;
}

/** Answers how an account developed, by day. */
@Injectable()
export class ProfileHistory {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly reader: OrgReader,
    private readonly integrations: IntegrationsService,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFoundError for an unknown account; UnfitInputError with the range that passes */
  async of({ integrationId, ...asked }: ProfileHistoryQuery): Promise<ProfileHistoryView> {
    const asOf = this.clock.now();
    const range = toRange(asked, asOf, DEFAULT_DAYS);
    assertCount('day', range, { most: MOST_DAYS, steps: [] });
    await this.integrations.get(integrationId);
    const days = stepsIn('day', range).map(dayOf);
    const bounds = [days[0], days.at(-1)];
    const rows = await this.reader.select<Row>(READ, [
      this.orgContext.organisationId,
      integrationId,
      ...bounds,
    ]);
    return { integrationId, timeZone: 'UTC', asOf, days: toDays(days, rows) };
  }
}

function dayOf({ from }: Bucket): string {
  return from.toISOString().slice(0, 10);
}

function toDays(days: readonly string[], rows: readonly Row[]): ProfileDayView[] {
  const readings = new Map(rows.map((row) => [`${row.day} ${row.source}`, toReading(row)]));
  const find = (day: string, source: Source) => readings.get(`${day} ${source}`) ?? null;
  return days.map((day) => ({
    day,
    reading: find(day, 'display_api'),
    business: find(day, 'business_api'),
  }));
}

function toReading(row: Row): ProfileReadingView {
  const { source, capturedAt, insights } = row;
  return {
    followers: toCount(row.followers),
    following: toCount(row.following),
    likes: toCount(row.likes),
    videos: toCount(row.videos),
    insights,
    capturedAt,
    source,
  };
}
