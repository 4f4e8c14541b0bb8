import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppConfig } from '../config/index.js';
import { queryRows } from '../database/index.js';
import type { AffectedWork } from './affected-work.js';
import type { NotificationKind, Severity, SubjectType } from './notification.entity.js';

export type { NotificationKind } from './notification.entity.js';

/** The content of a notification. It leaves the service by e-mail and webhook, so it must not contain secrets or personal data. */
export interface NewNotification {
  kind: NotificationKind;
  severity: Severity;
  /** At most 60 characters. */
  title: string;
  /** The cause, the effect and the action. */
  detail: string;
  /** The integration, publication, ad account, app or organisation concerned. */
  subject: { type: SubjectType; id: string };
  /** The blocked work; see `AffectedWorkRegistry`. */
  affected?: AffectedWork[];
  /** Where to fix it: a URL, or the API request that does. */
  actionUrl?: string;
  /**
   * At most one notification per organisation and key is ever created, so the key must identify the occurrence. An
   * integration may expire again after a reconnect: include, for example, when the credential was rejected.
   */
  dedupeKey: string;
}

/** The LISTEN/NOTIFY channel that signals committed notifications to all processes. */
export const NOTIFICATIONS_CHANNEL = 'notifications';

// One statement writes the row, its deliveries and the signal, which PostgreSQL sends on commit. A signal has at most 8,000
// bytes. A truncated one matches no organisation, and streams find the row at their next heartbeat.
const NOTIFY = `
  WITH created AS (
    INSERT INTO notifications (id, organisation_id, kind, severity, title, detail, subject_type, subject_id, affected,
      action_url, dedupe_key)
    VALUES (new_id(), $1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10)
    ON CONFLICT (organisation_id, dedupe_key) DO NOTHING RETURNING id, organisation_id
  ), deliveries AS (
    INSERT INTO notification_deliveries (id, organisation_id, notification_id, channel, due_at)
    SELECT new_id(), organisation_id, id, channel, now() FROM created, unnest($11::text[]) AS channel
  )
  SELECT id, pg_notify('${NOTIFICATIONS_CHANNEL}', id || ' ' || left(organisation_id, 1000)) FROM created`;

const RESOLVE = `
  UPDATE notifications SET resolved_at = now()
  WHERE organisation_id = $1 AND resolved_at IS NULL
    AND EXISTS (SELECT FROM unnest($2::text[]) AS prefix WHERE starts_with(dedupe_key, prefix))
  RETURNING id, dedupe_key, title, subject_type, subject_id`;

const OPEN = `
  SELECT dedupe_key FROM notifications WHERE organisation_id = $1 AND resolved_at IS NULL AND starts_with(dedupe_key, $2)`;

const OPEN_EVERYWHERE = `
  SELECT organisation_id AS "organisationId", dedupe_key AS key FROM notifications
  WHERE kind = $1 AND resolved_at IS NULL AND starts_with(dedupe_key, $2)`;

interface ResolvedRow {
  id: string;
  dedupe_key: string;
  title: string;
  subject_type: SubjectType;
  subject_id: string;
}

/** Creates and resolves notifications, in the transaction of the event that they report. */
@Injectable()
export class Notifier {
  constructor(private readonly config: AppConfig) {}

  /**
   * Creates a notification when the caller's transaction commits. Its deliveries follow within about a second.
   * @param em of an OrgContext transaction of this organisation, or of a SystemContext transaction
   * @returns the id, or undefined when the dedupe key was used before
   */
  async notify(
    em: EntityManager,
    organisationId: string,
    notification: NewNotification,
  ): Promise<string | undefined> {
    const { kind, severity, title, detail, subject, affected = [], actionUrl, dedupeKey } = notification;
    const [created] = await queryRows<{ id: string }>(em, NOTIFY, [
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
    return created?.id;
  }

  /** Deletes the notifications about these subjects. Titles contain names, which users may ask to have deleted. */
  async forget(em: EntityManager, subjectIds: string[]): Promise<void> {
    await em.query(`DELETE FROM notifications WHERE subject_id = ANY($1)`, [subjectIds]);
  }

  /** The dedupe keys of unresolved notifications with this prefix. */
  async openKeys(em: EntityManager, organisationId: string, keyPrefix: string): Promise<string[]> {
    const rows = await queryRows<{ dedupe_key: string }>(em, OPEN, [organisationId, keyPrefix]);
    return rows.map((row) => row.dedupe_key);
  }

  /** The unresolved notifications of a kind in all organisations. @param em of a SystemContext transaction */
  async openEverywhere(
    em: EntityManager,
    kind: NotificationKind,
    keyPrefix: string,
  ): Promise<{ organisationId: string; key: string }[]> {
    return await queryRows(em, OPEN_EVERYWHERE, [kind, keyPrefix]);
  }

  /**
   * Resolves open notifications, and sends one all-clear for all of them. Without open ones, it sends nothing.
   * @param keyPrefixes prefixes of their dedupe keys
   * @param detail by default, the title of the latest resolved one
   */
  async resolve(
    em: EntityManager,
    organisationId: string,
    keyPrefixes: string[],
    title: string,
    detail?: string,
  ): Promise<void> {
    const rows = await queryRows<ResolvedRow>(em, RESOLVE, [organisationId, keyPrefixes]);
    const [row] = rows.toSorted((one, other) => (one.id < other.id ? 1 : -1));
    if (!row) return;
    await this.notify(em, organisationId, {
      kind: 'all_clear',
      severity: 'info',
      title,
      detail: detail ?? `Resolved: ${row.title}`,
      subject: { type: row.subject_type, id: row.subject_id },
      dedupeKey: `all_clear:${row.dedupe_key}`,
    });
  }
}
