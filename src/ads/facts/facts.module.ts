import { Module } from '@nestjs/common';
import { ContentModule } from '../../content/index.js';
import { IntegrationsModule } from '../../integrations/index.js';
import { AccountsModule } from '../accounts/accounts.module.js';
import { CreativesModule } from '../creatives/creatives.module.js';
import { RulesModule } from '../rules/rules.module.js';
import { ToolsModule } from '../tools/tools.module.js';
import { AccountFactFinder } from './account-fact-finder.js';
import { LaunchCheck } from './launch-check.js';
import { ObjectFacts } from './object-facts.js';
import { PublicationCreatives } from './publications/publication-creatives.js';
import { AppFacts } from './readers/app.facts.js';
import { AudienceFacts } from './readers/audience.facts.js';
import { IdentityFacts } from './readers/identity.facts.js';
import { ImageFacts } from './readers/image.facts.js';
import { LanguageFacts } from './readers/language.facts.js';
import { PixelFacts } from './readers/pixel.facts.js';
import { PlaceFacts } from './readers/place.facts.js';
import { PostFacts } from './readers/post.facts.js';
import { UploadFacts } from './readers/upload.facts.js';
import { VideoFacts } from './readers/video.facts.js';
import { ValidationController } from './validation.controller.js';

const READERS = [
  AppFacts,
  AudienceFacts,
  IdentityFacts,
  ImageFacts,
  LanguageFacts,
  PixelFacts,
  PlaceFacts,
  PostFacts,
  UploadFacts,
  VideoFacts,
];

/** Checks launches against their ad account. */
@Module({
  imports: [AccountsModule, CreativesModule, IntegrationsModule, ContentModule, RulesModule, ToolsModule],
  controllers: [ValidationController],
  providers: [...READERS, AccountFactFinder, LaunchCheck, ObjectFacts, PublicationCreatives],
  exports: [LaunchCheck, ObjectFacts],
})
export class FactsModule {}
