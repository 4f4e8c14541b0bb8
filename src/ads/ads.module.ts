import { Module } from '@nestjs/common';
import { RulesModule } from './rules/rules.module.js';
import { WritesModule } from './writes/writes.module.js';

/** Composes the areas of ads, each of which is a module of its own. */
@Module({ imports: [RulesModule, WritesModule] })
export class AdsModule {}
