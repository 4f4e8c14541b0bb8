import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IntegrationsModule } from '../../integrations/index.js';
import { FinishedPosts } from './finished-posts.js';
import { PostOwners } from './post-owners.js';
import { PostReferences } from './post-references.js';
import { PublicationMedia } from './publication-media.entity.js';
import { PublicationReader } from './publication-reader.js';
import { Publication } from './publication.entity.js';
import { RoutingPolicy } from './routing-policy.js';

const PROVIDERS = [FinishedPosts, PostOwners, PostReferences, PublicationReader, RoutingPolicy];

@Module({
  imports: [IntegrationsModule, TypeOrmModule.forFeature([Publication, PublicationMedia])],
  providers: PROVIDERS,
  exports: PROVIDERS,
})
export class PostModule {}
