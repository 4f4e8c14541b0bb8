import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppConfig } from '../config/index.js';
import { queryRows } from '../database/index.js';
import type { AffectedWork } from './affected-work.js';
import type { NotificationKind, Severity, SubjectType } from './notification.entity.js';

export type { NotificationKind } from './notification.entity.js';

/** What is to be told. Nothing secret or personal belongs in it: it leaves the service by e-mail and webhook. */
export interface NewNotification {
  kind: NotificationKind;
  severity: Severity;
  /** A sentence for a person. */
  title: string;
  /** What happened, and what to do. */
  detail: string;
  /** What it is about. */
  subject: { type: SubjectType; id: string };
  /** What stands still because of it; see `AffectedWorkRegistry`. */
  affected?: AffectedWork[];
  /** Where to fix it: a URL, or a hint which call does. */
  actionUrl?: string;
  /**
   * One notification per organisation and key for ever, so the key must name the occurrence: when an integration may
   * expire again after a reconnect, put into it what sets the two apart (e.g. when the credential was rejected).
   */
  dedupeKey: string;
}

/** The channel of LISTEN and NOTIFY that tells all processes of a committed notification. */
export const NOTIFICATIONS_CHANNEL = 'notifications';

// One statement: the row, what is to be delivered, and the signal, which Postgres sends when the transaction commits.
// A signal holds 8000 bytes; one that is cut reaches nobody, and streams find the row a heartbeat later.
const TELL = `
  WITH told AS (
    INSERT INTO notifications (id, organisation_id, kind, severity, title, detail, subject_type, subject_id, affected,
      action_url, dedupe_key)
    VALUES (new_id(), $1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10)
    ON CONFLICT (organisation_id, dedupe_key) DO NOTHING RETURNING id, organisation_id
  ), deliveries AS (
    INSERT INTO notification_deliveries (id, organisation_id, notification_id, channel, due_at)
    SELECT new_id(), organisation_id, id, channel, now() FROM told, unnest($11::text[]) AS channel
  )
  SELECT id, pg_notify('${NOTIFICATIONS_CHANNEL}', id || ' ' || left(organisation_id, 1000)) FROM told`;

const RESOLVE = `
  UPDATE notifications SET resolved_at = now()
  WHERE organisation_id = $1 AND resolved_at IS NULL
    AND EXISTS (SELECT FROM unnest($2::text[]) AS beginning WHERE starts_with(dedupe_key, beginning))
  RETURNING id, dedupe_key, title, subject_type, subject_id`;

const OPEN = `
  SELECT dedupe_key FROM notifications WHERE organisation_id = $1 AND resolved_at IS NULL AND starts_with(dedupe_key, $2)`;

interface ResolvedRow {
  id: string;
  dedupe_key: string;
  title: string;
  subject_type: SubjectType;
  subject_id: string;
}

/** Tells organisations what they must know, as a part of the transaction in which it becomes true. */
@Injectable()
export class Notifier {
  constructor(private readonly config: AppConfig) {}

  /**
   * Told exactly when the caller's transaction commits; the deliveries follow within a second or so.
   * @param em of an OrgContext transaction of this organisation, or of a SystemContext transaction
   * @returns the id, or undefined when this was told before
   */
  async notify(
    em: EntityManager,
    organisationId: string,
    notification: NewNotification,
  ): Promise<string | undefined> {
    const { kind, severity, title, detail, subject, affected = [], actionUrl, dedupeKey } = notification;
    const [told] = await queryRows<{ id: string }>(em, TELL, [
      organisationId,
      kind,
      severity,
      title,
      detail,
      subject.type,
      subject.id,
      JSON.stringify(affected),
      actionUrl,
      dedupeKey,
      Object.keys(this.config.notifications),
    ]);
    return told?.id;
  }

  /** Deletes what was told about these subjects: titles hold names, and people may ask for those to go. */
  async forget(em: EntityManager, subjectIds: string[]): Promise<void> {
    await em.query(`DELETE FROM notifications WHERE subject_id = ANY($1)`, [subjectIds]);
  }

  /** Dedupe keys, beginning so, under which something is told that is not over. */
  async openKeys(em: EntityManager, organisationId: string, keyBeginning: string): Promise<string[]> {
    const rows = await queryRows<{ dedupe_key: string }>(em, OPEN, [organisationId, keyBeginning]);
    return rows.map((row) => row.dedupe_key);
  }

  /**
   * The all-clear: marks what is open resolved and says so, once for all of it; nothing when nothing is open.
   * @param keyBeginnings of the dedupe keys under which it was told
   */
  async resolve(
    em: EntityManager,
    organisationId: string,
    keyBeginnings: string[],
    title: string,
  ): Promise<void> {
    const rows = await queryRows<ResolvedRow>(em, RESOLVE, [organisationId, keyBeginnings]);
    const [row] = rows.toSorted((one, other) => (one.id < other.id ? 1 : -1));
    if (!row) return;
    await this.notify(em, organisationId, {
      kind: 'all_clear',
      severity: 'info',
      title,
      detail: `This is over, and there is nothing left to do: ${row.title}`,
      subject: { type: row.subject_type, id: row.subject_id },
      dedupeKey: `all_clear:${row.dedupe_key}`,
    });
  }
}
