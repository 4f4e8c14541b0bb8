import { Module } from '@nestjs/common';
import { AccountsModule } from './accounts/accounts.module.js';
import { CreativesModule } from './creatives/creatives.module.js';
import { SparkModule } from './spark/spark.module.js';
import { ToolsModule } from './tools/tools.module.js';

/** Composes the areas of ads, each of which is a module of its own. */
@Module({ imports: [AccountsModule, CreativesModule, SparkModule, ToolsModule] })
export class AdsModule {}
