import { Module } from '@nestjs/common';
import { ContentModule } from '../../content/index.js';
import { IntegrationsModule } from '../../integrations/index.js';
import { PublicationCreatives } from './publication-creatives.js';

/** What becomes of publications in ads. */
@Module({
  imports: [ContentModule, IntegrationsModule],
  providers: [PublicationCreatives],
  exports: [PublicationCreatives],
})
export class PublicationCreativesModule {}
