import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountDays } from './account-days.js';
import { SnapshotMonths } from './snapshot-months.js';
import { SocialActivity } from './social-activity.js';
import { SocialVideo } from './social-video.entity.js';

/** The store of figures. */
@Module({
  imports: [TypeOrmModule.forFeature([SocialVideo])],
  providers: [AccountDays, SnapshotMonths, SocialActivity],
  exports: [AccountDays, SnapshotMonths, SocialActivity],
})
export class ActivityModule {}
