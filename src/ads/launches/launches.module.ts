import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IntegrationsModule } from '../../integrations/index.js';
import { ErrorCatalogueModule } from '../../tiktok/index.js';
import { CreativesModule } from '../creatives/creatives.module.js';
import { FactsModule } from '../facts/facts.module.js';
import { ObjectsModule } from '../objects/objects.module.js';
import { PolicyModule } from '../policy/policy.module.js';
import { RulesModule } from '../rules/rules.module.js';
import { WritesModule } from '../writes/writes.module.js';
import { AdLaunch } from './ad-launch.entity.js';
import { CallToActionStep } from './call-to-action-step.js';
import { CheckStep } from './check-step.js';
import { CreateSteps } from './create-steps.js';
import { CreativeStep } from './creative-step.js';
import { EnableSteps } from './enable-steps.js';
import { LaunchEnabling } from './launch-enabling.js';
import { FollowedReview } from './followed-review.js';
import { LaunchRejections } from './launch-rejections.js';
import { LaunchStops } from './launch-stops.js';
import { LaunchStreamController } from './launch-stream.controller.js';
import { LaunchStreams } from './launch-streams.js';
import { LaunchStore } from './launch-store.js';
import { LaunchStep } from './launch-step.entity.js';
import { LaunchSteps } from './launch-steps.js';
import { LaunchWorker } from './launch-worker.js';
import { LaunchesController } from './launches.controller.js';
import { LaunchesService } from './launches.service.js';
import { ReviewReasons } from './review-reasons.js';
import { ReviewStep } from './review-step.js';
import { ReviewSubscriptions } from './review-subscriptions.js';
import { ReviewWakes } from './review-wakes.js';

/** The saga that turns one body into a campaign. */
@Module({
  imports: [
    CreativesModule,
    ErrorCatalogueModule,
    FactsModule,
    IntegrationsModule,
    ObjectsModule,
    PolicyModule,
    RulesModule,
    WritesModule,
    TypeOrmModule.forFeature([AdLaunch, LaunchStep]),
  ],
  controllers: [LaunchesController, LaunchStreamController],
  providers: [
    CallToActionStep,
    CheckStep,
    CreateSteps,
    CreativeStep,
    EnableSteps,
    LaunchEnabling,
    FollowedReview,
    LaunchRejections,
    LaunchStops,
    LaunchStore,
    LaunchStreams,
    LaunchSteps,
    LaunchWorker,
    LaunchesService,
    ReviewReasons,
    ReviewStep,
    ReviewSubscriptions,
    ReviewWakes,
  ],
  exports: [LaunchRejections, ReviewWakes],
})
export class LaunchesModule {}
