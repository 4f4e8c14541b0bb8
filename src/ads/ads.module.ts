import { Module } from '@nestjs/common';
import { AudiencesModule } from './audiences/audiences.module.js';
import { WritesModule } from './writes/writes.module.js';

/** Composes the areas of ads, each of which is a module of its own. */
@Module({ imports: [AudiencesModule, WritesModule] })
export class AdsModule {}
