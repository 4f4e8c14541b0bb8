import { Module } from '@nestjs/common';
import { IntegrationsModule } from '../../integrations/index.js';
import { LaunchValidation } from './launch-validation.js';
import { PublicationCreativesModule } from './publication-creatives.module.js';
import { RulesController } from './rules.controller.js';

/** The rules of TikTok's ads, and the check of a launch against them. */
@Module({
  imports: [IntegrationsModule, PublicationCreativesModule],
  controllers: [RulesController],
  providers: [LaunchValidation],
  exports: [LaunchValidation],
})
export class RulesModule {}
