import { Module } from '@nestjs/common';
import { ContentModule } from '../../content/index.js';
import { IntegrationsModule } from '../../integrations/index.js';
import { LaunchValidation } from './launch-validation.js';
import { PublicationCreatives } from './publication-creatives.js';
import { RulesController } from './rules.controller.js';

/** The rules of TikTok's ads, and the check of a launch against them. */
@Module({
  imports: [ContentModule, IntegrationsModule],
  controllers: [RulesController],
  providers: [LaunchValidation, PublicationCreatives],
  exports: [LaunchValidation, PublicationCreatives],
})
export class RulesModule {}
