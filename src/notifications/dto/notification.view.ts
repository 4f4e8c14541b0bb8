import { includesRole, type Role } from '../../auth/index.js';
import {
  FOR_ADMINS,
  type Notification,
  type NotificationKind,
  type Severity,
  type SubjectType,
} from '../notification.entity.js';

export class SubjectView {
  /** What `id` identifies. */
  type: SubjectType;

  /**
   * The `id` of the integration or organisation, the `publishId` of the publication, or TikTok's id of the ad account or the app.
   */
  id: string;
}

export class AffectedWorkView {
  /** @example publications */
  kind: string;

  /** @example 3 */
  count: number;

  /** A few of their names. */
  examples: string[];

  /**
   * The same as text to show to the user.
   * @example "3 publications that are not out yet"
   */
  summary?: string;
}

export class NotificationView {
  /** @format uuid */
  id: string;

  /** What happened. Use it to choose an icon and for filters. */
  kind: NotificationKind;

  /** `critical`: something has stopped. `warning`: something will stop unless you act. `info`: no action is needed. */
  severity: Severity;

  /** One sentence to show to the user. */
  title: string;

  /** What happened, its effect, and what to do. */
  detail: string;

  /** What the notification is about. */
  subject: SubjectView;

  /** The work that it stops. */
  affected: AffectedWorkView[];

  /** A link that fixes it when opened in a browser. Present only for callers who may use it. */
  actionUrl?: string;

  createdAt: Date;

  readAt: Date | null;

  /** When the problem was resolved. */
  resolvedAt: Date | null;
}

export class ReadAllAnswer {
  /** How many notifications were unread. */
  read: number;
}

export function toNotificationView(row: Notification, role: Role): NotificationView {
  const { id, kind, severity, title, detail, affected, actionUrl, createdAt, readAt, resolvedAt } = row;
  const mayAct = includesRole(role, FOR_ADMINS.has(kind) ? 'admin' : 'viewer');
  return {
    id,
    kind,
    severity,
    title,
    detail,
    subject: { type: row.subjectType, id: row.subjectId },
    affected,
    ...(actionUrl !== null && mayAct && { actionUrl }),
    createdAt,
    readAt,
    resolvedAt,
  };
}
