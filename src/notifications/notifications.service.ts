import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Role } from '../auth/index.js';
import { Clock, isId, NotFoundError, type Page } from '../common/index.js';
import { OrgContext, OrgLists, type Condition, type ListOf } from '../database/index.js';
import { NotificationView, toNotificationView } from './dto/notification.view.js';
import type { NotificationsQuery } from './dto/notifications.query.js';
import { Notification } from './notification.entity.js';

const NEWEST_FIRST: ListOf<Notification> = {
  entity: Notification,
  key: [{ column: 'id', part: 'id', read: (row) => row.id }],
  direction: 'DESC',
};

@Injectable()
export class NotificationsService {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly clock: Clock,
    private readonly lists: OrgLists,
  ) {}

  /** Newest first. */
  list({ unread, ...page }: NotificationsQuery, role: Role): Promise<Page<NotificationView>> {
    const conditions: Condition[] = unread ? [['read_at IS NULL']] : [];
    return this.lists.page(NEWEST_FIRST, page, (row) => toNotificationView(row, role), conditions);
  }

  /** Marks a notification as read. A repetition keeps the first `readAt`. @throws NotFoundError */
  markRead(id: string, role: Role): Promise<NotificationView> {
    return this.orgContext.transaction(async (em) => {
      const own = { id, organisationId: this.orgContext.organisationId };
      const rows = em.getRepository(Notification);
      if (isId(id)) await rows.update({ ...own, readAt: IsNull() }, { readAt: this.clock.now() });
      const row = isId(id) ? await rows.findOneBy(own) : null;
      if (row) return toNotificationView(row, role);
      throw new NotFoundError(
        'unknown_notification',
        'No such notification in this organisation. List them with GET /api/notifications.',
      );
    });
  }

  /** @returns the number of unread ones before */
  markAllRead(): Promise<number> {
    return this.orgContext.transaction(async (em) => {
      const { organisationId } = this.orgContext;
      const unread = { organisationId, readAt: IsNull() };
      const { affected } = await em.getRepository(Notification).update(unread, { readAt: this.clock.now() });
      return affected ?? 0;
    });
  }
}
