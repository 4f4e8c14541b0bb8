import { Module } from '@nestjs/common';
import { LaunchValidation } from './launch-validation.js';

/** The rules of TikTok's ads, and the check of a launch against them. */
@Module({
  providers: [LaunchValidation],
  exports: [LaunchValidation],
})
export class RulesModule {}
