import { Module } from '@nestjs/common';
import { CreativesModule } from './creatives/creatives.module.js';
import { ManagementModule } from './management/management.module.js';
import { ObjectsModule } from './objects/objects.module.js';
import { PolicyModule } from './policy/policy.module.js';
import { WritesModule } from './writes/writes.module.js';

/** Composes the areas of ads, each of which is a module of its own. */
@Module({
  imports: [CreativesModule, ManagementModule, ObjectsModule, PolicyModule, WritesModule],
})
export class AdsModule {}
