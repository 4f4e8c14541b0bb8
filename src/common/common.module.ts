import { Global, Module } from '@nestjs/common';
import { Clock } from './clock.js';
import { Outages } from './outages.js';

/** What every module may inject. */
@Global()
@Module({ providers: [Clock, Outages], exports: [Clock, Outages] })
export class CommonModule {}
