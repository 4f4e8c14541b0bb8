import { Module } from '@nestjs/common';
import { CreativesModule } from './creatives/creatives.module.js';

/** Composes the areas of ads, each of which is a module of its own. */
@Module({ imports: [CreativesModule] })
export class AdsModule {}
