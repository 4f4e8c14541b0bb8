import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AffectedWorkRegistry } from './affected-work.js';
import { DeliveryWorker } from './delivery/delivery-worker.js';
import { NotificationDelivery } from './delivery/notification-delivery.entity.js';
import { Notification } from './notification.entity.js';
import { NotificationsController } from './notifications.controller.js';
import { NotificationsService } from './notifications.service.js';
import { Notifier } from './notifier.js';
import { NotificationReader } from './stream/notification-reader.js';
import { NotificationSignals } from './stream/notification-signals.js';
import { NotificationStreamController } from './stream/notification-stream.controller.js';
import { NotificationStreams } from './stream/notification-streams.js';

@Module({
  imports: [TypeOrmModule.forFeature([Notification, NotificationDelivery])],
  controllers: [NotificationsController, NotificationStreamController],
  providers: [
    AffectedWorkRegistry,
    DeliveryWorker,
    NotificationReader,
    NotificationsService,
    NotificationSignals,
    NotificationStreams,
    Notifier,
  ],
  exports: [AffectedWorkRegistry, Notifier],
})
export class NotificationsModule {}
