import { Module } from '@nestjs/common';
import { WritesModule } from './writes/writes.module.js';

/** Composes the areas of ads, each of which is a module of its own. */
@Module({ imports: [WritesModule] })
export class AdsModule {}
