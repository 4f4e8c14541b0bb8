import { Module, type DynamicModule } from '@nestjs/common';
import { Clock } from './clock.js';
import { Outages } from './outages.js';

/** Providers that every module may inject. */
@Module({})
export class CommonModule {
  static forRoot(clock = new Clock()): DynamicModule {
    return {
      module: CommonModule,
      global: true,
      providers: [{ provide: Clock, useValue: clock }, Outages],
      exports: [Clock, Outages],
    };
  }
}
