import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AffectedWorkRegistry } from './affected-work.js';
import { Notification } from './notification.entity.js';
import { NotificationsController } from './notifications.controller.js';
import { NotificationsService } from './notifications.service.js';
import { Notifier } from './notifier.js';

@Module({
  imports: [TypeOrmModule.forFeature([Notification])],
  controllers: [NotificationsController],
  providers: [AffectedWorkRegistry, NotificationsService, Notifier],
  exports: [AffectedWorkRegistry, Notifier],
})
export class NotificationsModule {}
