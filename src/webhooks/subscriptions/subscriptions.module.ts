import { Module } from '@nestjs/common';
import { AccountSubscriptions } from './account-subscriptions.js';

/** Where TikTok sends the events of Business accounts. */
@Module({ providers: [AccountSubscriptions] })
export class SubscriptionsModule {}
