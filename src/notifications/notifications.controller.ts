import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Unaudited } from '../audit/index.js';
import { CallerRole, NeedsRole, type Role } from '../auth/index.js';
import { ApiPage, type Page } from '../common/index.js';
import { NotificationView, ReadAllAnswer } from './dto/notification.view.js';
import { NotificationsQuery } from './dto/notifications.query.js';
import { NotificationsService } from './notifications.service.js';

@ApiTags('Notifications')
@Controller('api/notifications')
export class NotificationsController {
  constructor(private readonly notifications: NotificationsService) {}

  @Get()
  @ApiOperation({ summary: 'List notifications', description: 'The newest notification comes first.' })
  @ApiPage(NotificationView)
  listNotifications(
    @Query() query: NotificationsQuery,
    @CallerRole() role: Role,
  ): Promise<Page<NotificationView>> {
    return this.notifications.list(query, role);
  }

  @Post('read-all')
  @Unaudited()
  @NeedsRole('editor')
  @HttpCode(200)
  @ApiOperation({ summary: 'Mark all notifications as read' })
  @ApiOkResponse({ type: ReadAllAnswer })
  async markAllNotificationsRead(): Promise<ReadAllAnswer> {
    return { read: await this.notifications.markAllRead() };
  }

  @Post(':notificationId/read')
  @Unaudited()
  @NeedsRole('editor')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Mark a notification as read',
    description: 'It is then read for every user of the organisation.',
  })
  @ApiOkResponse({ type: NotificationView })
  markNotificationRead(
    @Param('notificationId') notificationId: string,
    @CallerRole() role: Role,
  ): Promise<NotificationView> {
    return this.notifications.markRead(notificationId, role);
  }
}
