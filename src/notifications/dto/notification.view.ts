import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { includesRole, type Role } from '../../auth/index.js';
import {
  FOR_ADMINS,
  NOTIFICATION_KINDS,
  SEVERITIES,
  SUBJECT_TYPES,
  type Notification,
  type NotificationKind,
  type Severity,
  type SubjectType,
} from '../notification.entity.js';

class SubjectView {
  @ApiProperty({ enum: SUBJECT_TYPES, description: 'Which kind of thing `id` belongs to.' })
  type: SubjectType;

  @ApiProperty({ description: 'The `id` of the integration, or the `publishId` of the publication.' })
  id: string;
}

class AffectedWorkView {
  @ApiProperty({ example: 'publications' })
  kind: string;

  @ApiProperty({ example: 3 })
  count: number;

  @ApiProperty({ type: [String], description: 'a few names' })
  examples: string[];

  @ApiPropertyOptional({ example: '3 publications that are not out yet', description: 'the same for people' })
  summary?: string;
}

export class NotificationView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({
    enum: NOTIFICATION_KINDS,
    description: 'What happened. It decides which icon and filter fit.',
  })
  kind: NotificationKind;

  @ApiProperty({
    enum: SEVERITIES,
    description:
      '`critical`: something has stopped. `warning`: it will, unless you act. `info`: nothing to do.',
  })
  severity: Severity;

  @ApiProperty({ description: 'a sentence for a person' })
  title: string;

  @ApiProperty({ description: 'what happened, and what to do' })
  detail: string;

  @ApiProperty({ type: SubjectView, description: 'what it is about' })
  subject: SubjectView;

  @ApiProperty({ type: [AffectedWorkView], description: 'what stands still because of it' })
  affected: AffectedWorkView[];

  @ApiPropertyOptional({
    description: 'a link to open in a browser that fixes it; only for those who may do that',
  })
  actionUrl?: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'when it was over' })
  resolvedAt: string | null;
}

export class ReadAllAnswer {
  @ApiProperty({ description: 'how many were unread before' })
  read: number;
}

export function toNotificationView(row: Notification, role: Role): NotificationView {
  const showsAction =
    row.actionUrl !== null && includesRole(role, FOR_ADMINS.has(row.kind) ? 'admin' : 'viewer');
  const { id, kind, severity, title, detail, affected } = row;
  return {
    id,
    kind,
    severity,
    title,
    detail,
    subject: { type: row.subjectType, id: row.subjectId },
    affected,
    ...(showsAction && { actionUrl: row.actionUrl ?? '' }),
    createdAt: row.createdAt.toISOString(),
    readAt: row.readAt?.toISOString() ?? null,
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
  };
}
