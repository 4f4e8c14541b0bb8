import { Injectable } from '@nestjs/common';
import { decodeCursor, encodeCursor, InvalidInputError, type FieldError } from '../../../common/index.js';
import { OrgContext, queryRows } from '../../../database/index.js';
import type { AdAccountRef } from '../../../integrations/index.js';
import type { MetricRow, MetricsPage } from '../dto/metrics.view.js';
import { FinalityRule } from '../finality.js';
import type { MetricsQuestion } from '../report-plan.js';
import { STORED_METRICS } from './stored-metric-names.js';

const ROWS_OF_CSV = 1_000;

const SELECT = `
  SELECT object_id AS "objectId", to_char(day, 'YYYY-MM-DD') AS day, metrics, as_of AS "asOf", currency,
    time_zone AS "timeZone"
  FROM ad_metrics
  WHERE organisation_id = $1 AND account_id = $2 AND level = $3 AND day BETWEEN $4 AND $5
    AND (cardinality($6::text[]) = 0 OR object_id = ANY($6))
    AND ($7::date IS NULL OR (day, object_id) > ($7::date, $8::text))
  ORDER BY day, object_id LIMIT $9`;

interface StoredRow {
  objectId: string;
  day: string;
  metrics: Record<string, string | null>;
  asOf: Date;
  currency: string | null;
  timeZone: string | null;
}

interface PageWanted {
  limit: number;
  cursor?: string;
}

/** Reads the figures that syncs have stored: one row per object and day. */
@Injectable()
export class StoredMetrics {
  constructor(private readonly orgContext: OrgContext) {}

  /** @throws InvalidInputError for a question that only TikTok can answer */
  check({ step, breakdown, metrics, campaignIds }: MetricsQuestion): void {
    const errors: FieldError[] = [];
    const refuse = (field: string, message: string) => errors.push({ field, rule: 'not_stored', message });
    if (step !== 'day') refuse('step', 'stored figures have step day only; use it, or source live');
    if (breakdown !== 'none') refuse('breakdown', 'stored figures have no breakdown; use source live');
    if (campaignIds.length > 0)
      refuse('campaignIds', 'stored figures are found by ids; use ids, or source live');
    for (const name of metrics)
      if (!STORED_METRICS.includes(name))
        refuse('metrics', `${name} is not stored; leave it out or use source live`);
    if (errors.length === 0) return;
    const text = errors.map(({ field, message }) => `${field}: ${message}`).join('; ');
    throw new InvalidInputError(text, errors, 'metrics_not_stored');
  }

  async page(account: AdAccountRef, question: MetricsQuestion, wanted: PageWanted): Promise<MetricsPage> {
    const { accountId, level, step, breakdown, metrics } = question;
    const rows = await this.rows(question, wanted);
    const shown = rows.slice(0, wanted.limit);
    const last = shown.at(-1);
    const timeZone = shown[0]?.timeZone ?? account.timeZone;
    const rule = new FinalityRule(metrics, 'none', timeZone);
    const currency = shown[0]?.currency ?? account.currency;
    return {
      accountId,
      level,
      step,
      breakdown,
      source: 'stored',
      currency,
      timeZone,
      asOf: shown.reduce<Date | null>((oldest, { asOf }) => (oldest && oldest < asOf ? oldest : asOf), null),
      items: shown.map((row) => toRow(row, metrics, rule)),
      warnings: [],
      ...(rows.length > wanted.limit && last && { nextCursor: cursorAt(last) }),
    };
  }

  async *pages(account: AdAccountRef, question: MetricsQuestion): AsyncGenerator<MetricsPage, void> {
    let cursor: string | undefined;
    do {
      const page: MetricsPage = await this.page(account, question, { limit: ROWS_OF_CSV, cursor });
      yield page;
      cursor = page.nextCursor;
    } while (cursor !== undefined);
  }

  /** Reads one row more than a page has, which shows that there are more. */
  private async rows(question: MetricsQuestion, { limit, cursor }: PageWanted): Promise<StoredRow[]> {
    const { accountId, level, from, to, ids } = question;
    const [day, objectId] = decodeCursor(cursor, ['digits', 'digits']) ?? [];
    const { organisationId } = this.orgContext;
    const values = [organisationId, accountId, level, from, to, ids, toDay(day), objectId ?? null, limit + 1];
    return await this.orgContext.transaction((em) => queryRows<StoredRow>(em, SELECT, values));
  }
}

function toRow(
  { objectId, day, metrics, asOf }: StoredRow,
  wanted: readonly string[],
  rule: FinalityRule,
): MetricRow {
  const values = Object.fromEntries(wanted.map((name) => [name, metrics[name] ?? null]));
  return { objectId, day, hour: null, segment: null, metrics: values, ...rule.of(day, asOf) };
}

function cursorAt({ day, objectId }: StoredRow): string {
  return encodeCursor([day.replaceAll('-', ''), objectId]);
}

const CURSOR_DAY = /^([1-9]\d{3})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/;

/** @throws InvalidInputError for digits that are no day */
function toDay(digits: string | undefined): string | null {
  if (digits === undefined) return null;
  const [, year, month, day] = CURSOR_DAY.exec(digits) ?? [];
  if (year === undefined || Number(day) > new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate())
    throw new InvalidInputError('The cursor does not belong to this list. Start without a cursor.', [
      { field: 'cursor', message: 'must be the nextCursor of the previous page' },
    ]);
  return `${year}-${month}-${day}`;
}
