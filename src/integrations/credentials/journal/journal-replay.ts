import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { messageOf } from '../../../common/index.js';
import { Background } from '../../../runtime/index.js';
import { ConsentJournal } from '../../connect/consent-journal.js';
import { ConsentSettlement } from '../../oauth/grant.service.js';

const FIRST_DELAY_MS = 1_000;
const MAX_DELAY_MS = 60_000;

/** Brings consents from the journal to their end: at start, and again and again after a commit that failed. */
@Injectable()
export class ConsentReplay implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(ConsentReplay.name);
  private timer: NodeJS.Timeout | undefined;
  private delayMs = FIRST_DELAY_MS;
  private stopped = false;

  constructor(
    private readonly journal: ConsentJournal,
    private readonly settlement: ConsentSettlement,
    private readonly background: Background,
  ) {}

  onModuleInit(): void {
    // Not waited for: TikTok is asked, and it may not answer.
    this.background.register(() => void this.all());
  }

  onApplicationShutdown(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  /** Tries until the journal is empty, less and less often. */
  soon(): void {
    if (this.stopped) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.all(), this.delayMs);
    this.delayMs = Math.min(this.delayMs * 2, MAX_DELAY_MS);
  }

  /** Once for each entry; what cannot be completed yet is tried again by itself. */
  async all(): Promise<void> {
    let left = 0;
    for (const entry of await this.journal.all()) {
      try {
        await this.settlement.replay(entry);
      } catch (error) {
        left += 1;
        this.logger.warn(`a consent is still not committed: ${messageOf(error)}`);
      }
    }
    if (left > 0) this.soon();
    else this.delayMs = FIRST_DELAY_MS;
  }
}
