import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { messageOf } from '../../../common/index.js';
import { Background } from '../../../runtime/index.js';
import type { JournalEntries, JournalKind } from './journal-entry.js';
import { TokenJournal } from './token-journal.js';

const FIRST_DELAY_MS = 1_000;
// A pair needs the database only. A grant may also need TikTok, which must not be flooded.
const MAX_DELAY_MS: Record<JournalKind, number> = { refresh: 1_000, grant: 60_000 };

/**
 * Brings an entry to where it belongs and discards it. An entry that only an operator can help may stay.
 * @throws Error when it has to be replayed again
 */
export type Settle<Kind extends JournalKind> = (entry: JournalEntries[Kind]) => Promise<void>;

/** Replays the token journal: when the process starts, and after a commit that failed until the journal is empty. */
@Injectable()
export class JournalReplay implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(JournalReplay.name);
  private readonly settlers: { [Kind in JournalKind]?: Settle<Kind> } = {};
  private readonly timers: { [Kind in JournalKind]?: NodeJS.Timeout } = {};
  private readonly delays: Record<JournalKind, number> = { refresh: FIRST_DELAY_MS, grant: FIRST_DELAY_MS };
  private stopped = false;

  constructor(
    private readonly journal: TokenJournal,
    private readonly background: Background,
  ) {}

  onModuleInit(): void {
    this.background.register(async () => {
      await this.run('refresh');
      // The start does not wait for these: TikTok may not answer.
      void this.run('grant');
    });
  }

  onApplicationShutdown(): void {
    this.stopped = true;
    Object.values(this.timers).forEach((timer) => clearTimeout(timer));
  }

  /** Called once for each kind, by the code that knows where its entries belong. */
  register<Kind extends JournalKind>(kind: Kind, settle: Settle<Kind>): void {
    Object.assign(this.settlers, { [kind]: settle });
  }

  /** Replays the entries of a kind after a pause, which grows while entries remain. */
  soon(kind: JournalKind): void {
    if (this.stopped) return;
    clearTimeout(this.timers[kind]);
    this.timers[kind] = setTimeout(() => void this.run(kind), this.delays[kind]);
    this.delays[kind] = Math.min(this.delays[kind] * 2, MAX_DELAY_MS[kind]);
  }

  /** Tries each entry of a kind once, the oldest first. Entries that remain are tried again automatically. */
  async run<Kind extends JournalKind>(kind: Kind): Promise<void> {
    const settle = this.settlers[kind];
    if (!settle) return;
    let left = 0;
    for (const entry of await this.journal.all(kind)) {
      try {
        await settle(entry);
      } catch (error) {
        left += 1;
        this.logger.warn(`an entry of the token journal is not committed yet (${kind}): ${messageOf(error)}`);
      }
    }
    if (left > 0) this.soon(kind);
    else this.delays[kind] = FIRST_DELAY_MS;
  }
}
