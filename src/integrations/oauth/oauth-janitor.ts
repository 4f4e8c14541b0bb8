import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Background } from '../../runtime/index.js';
import { OAuthStateStore } from './oauth-state.store.js';

const EVERY_MS = 60 * 60_000;

/** Deletes old OAuth states. */
@Injectable()
export class OAuthJanitor implements OnModuleInit {
  constructor(
    private readonly states: OAuthStateStore,
    private readonly background: Background,
  ) {}

  onModuleInit(): void {
    this.background.every('oauth janitor', EVERY_MS, () => this.clean());
  }

  async clean(): Promise<void> {
    await this.states.purge();
  }
}
