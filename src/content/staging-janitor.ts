import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Clock } from '../common/index.js';
import { StagingStore } from './staging-store.js';

const EVERY_MS = 10 * 60_000;

/** Clears the staging folder of what killed uploads have left. */
@Injectable()
export class StagingJanitor {
  constructor(
    private readonly staging: StagingStore,
    private readonly clock: Clock,
  ) {}

  @Interval(EVERY_MS)
  async clean(): Promise<void> {
    await this.staging.removeAbandoned(this.clock.now());
  }
}
