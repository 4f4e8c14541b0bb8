import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IntegrationsModule } from '../../integrations/index.js';
import { OwnPosts } from './own-posts.js';
import { SparkController } from './spark.controller.js';
import { SparkLifecycle } from './spark.lifecycle.js';
import { SparkPostRow } from './spark-post.entity.js';
import { SparkPostStore } from './spark-post.store.js';
import { SparkService } from './spark.service.js';

/** Posts of creators and of the organisation's accounts that ads promote. */
@Module({
  imports: [IntegrationsModule, TypeOrmModule.forFeature([SparkPostRow])],
  controllers: [SparkController],
  providers: [OwnPosts, SparkLifecycle, SparkPostStore, SparkService],
  exports: [SparkPostStore, SparkService],
})
export class SparkModule {}
