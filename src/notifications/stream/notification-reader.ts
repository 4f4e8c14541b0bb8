import { Injectable } from '@nestjs/common';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Role } from '../../auth/index.js';
import { OrgContext } from '../../database/index.js';
import { toNotificationView, type NotificationView } from '../dto/notification.view.js';
import { Notification } from '../notification.entity.js';
import { lookBackFrom, StreamPosition } from './stream-position.js';

const PAGE = 100;

/** Reads notifications after a position, in the organisation in context. */
@Injectable()
export class NotificationReader {
  constructor(private readonly orgContext: OrgContext) {}

  /** @param id the last one that the client has seen; without it, all existing ones count as seen */
  positionAfter(id: string | undefined): Promise<StreamPosition> {
    return this.orgContext.transaction(async (em) => {
      const newest = await this.own(em).orderBy('n.id', 'DESC').limit(1).getOne();
      if (!newest) return new StreamPosition();
      // Capped at the newest id, because an id from the future would hide new notifications.
      const last = id !== undefined && id < newest.id ? id : newest.id;
      const known = await this.own(em)
        .andWhere('n.id > :floor AND n.id <= :last', { floor: lookBackFrom(last), last })
        .select('n.id')
        .getMany();
      return new StreamPosition(
        last,
        known.map((row) => row.id),
      );
    });
  }

  /** Returns a page of new notifications, oldest first, as the role may see them. Advances the position. */
  next(position: StreamPosition, role: Role): Promise<NotificationView[]> {
    return this.orgContext.transaction(async (em) => {
      const { floor, known } = position;
      const rows = await this.own(em)
        .andWhere('n.id > :floor AND n.id <> ALL(:known)', { floor, known })
        .orderBy('n.id', 'ASC')
        .limit(PAGE)
        .getMany();
      for (const { id } of rows) position.advance(id);
      return rows.map((row) => toNotificationView(row, role));
    });
  }

  private own(em: EntityManager): SelectQueryBuilder<Notification> {
    return em
      .getRepository(Notification)
      .createQueryBuilder('n')
      .where('n.organisation_id = :org', { org: this.orgContext.organisationId });
  }
}
