import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { OAuthStates } from './oauth-states.js';

const EVERY_MS = 60 * 60_000;

/** Forgets consents that ended long ago. */
@Injectable()
export class OAuthJanitor {
  constructor(private readonly states: OAuthStates) {}

  @Interval(EVERY_MS)
  async clean(): Promise<void> {
    await this.states.purge();
  }
}
