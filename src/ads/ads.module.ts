import { Module } from '@nestjs/common';
import { CreativesModule } from './creatives/creatives.module.js';
import { LaunchesModule } from './launches/launches.module.js';
import { ObjectsModule } from './objects/objects.module.js';
import { WritesModule } from './writes/writes.module.js';

/** Composes the areas of ads, each of which is a module of its own. */
@Module({
  imports: [CreativesModule, LaunchesModule, ObjectsModule, WritesModule],
})
export class AdsModule {}
