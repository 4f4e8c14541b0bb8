import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Role } from '../auth/index.js';
import { Clock, decodeCursor, isId, NotFoundError, toPage, type Page } from '../common/index.js';
import { OrgContext } from '../database/index.js';
import { NotificationView, toNotificationView } from './dto/notification.view.js';
import type { NotificationsQuery } from './dto/notifications.query.js';
import { Notification } from './notification.entity.js';

@Injectable()
export class NotificationsService {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  list({ limit, cursor, unread }: NotificationsQuery, role: Role): Promise<Page<NotificationView>> {
    const [before] = decodeCursor(cursor, ['id']) ?? [];
    return this.orgContext.transaction(async (em) => {
      const query = em
        .getRepository(Notification)
        .createQueryBuilder('n')
        .where('n.organisation_id = :org', { org: this.orgContext.organisationId })
        .orderBy('n.id', 'DESC')
        .limit(limit + 1);
      if (before) query.andWhere('n.id < :before', { before });
      if (unread) query.andWhere('n.read_at IS NULL');
      return toPage(
        await query.getMany(),
        limit,
        (row) => [row.id],
        (row) => toNotificationView(row, role),
      );
    });
  }

  /** Read once is read: a second time keeps the first time's `readAt`. @throws NotFoundError */
  markRead(id: string, role: Role): Promise<NotificationView> {
    return this.orgContext.transaction(async (em) => {
      const own = { id, organisationId: this.orgContext.organisationId };
      const rows = em.getRepository(Notification);
      if (isId(id)) await rows.update({ ...own, readAt: IsNull() }, { readAt: this.clock.now() });
      const row = isId(id) ? await rows.findOneBy(own) : null;
      if (row) return toNotificationView(row, role);
      throw new NotFoundError('unknown_notification', 'There is no such notification in this organisation.');
    });
  }

  /** @returns how many were unread */
  markAllRead(): Promise<number> {
    return this.orgContext.transaction(async (em) => {
      const { organisationId } = this.orgContext;
      const unread = { organisationId, readAt: IsNull() };
      const { affected } = await em.getRepository(Notification).update(unread, { readAt: this.clock.now() });
      return affected ?? 0;
    });
  }
}
