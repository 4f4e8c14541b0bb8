import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { commentFrame, endFrames, eventFrame, EventStreams, retryFrame } from '../common/index.js';
import { OrgContext } from '../database/index.js';
import type { SyncRunView } from './runs/dto/sync-run.view.js';
import { SyncRuns } from './runs/sync-runs.js';
import { RunReader } from './schedule/run-reader.js';

const LOOK_EVERY_MS = 1_000;
const HEARTBEAT_MS = 15_000;
const RECONNECT_MS = 3_000;
// Older runs are followed only while they are open.
const NEWEST = 100;

/** Streams the progress of all runs of an organisation. */
@Injectable()
export class SyncRunStreams implements BeforeApplicationShutdown {
  private readonly streams = new EventStreams('sync run');

  constructor(
    private readonly orgContext: OrgContext,
    private readonly runs: SyncRuns,
    private readonly reader: RunReader,
  ) {}

  /** @param gone aborted when the client disconnects. @throws UnavailableError */
  open(expiresAt: Date, gone: AbortSignal): Readable {
    const { organisationId } = this.orgContext;
    const end = this.streams.begin({ organisationId, expiresAt, gone });
    return this.streams.send(this.frames(organisationId, end.signal), end);
  }

  beforeApplicationShutdown(): void {
    this.streams.stop();
  }

  /** Yields the runs that are open at the beginning, then each run whenever it changes. */
  private async *frames(organisationId: string, end: AbortSignal): AsyncGenerator<string> {
    yield retryFrame(RECONNECT_MS);
    const seen = new SeenRuns();
    let sentAt = Date.now();
    for (let first = true; !end.aborted; first = false) {
      const views = await this.look(organisationId, seen.open);
      for (const view of views.toReversed()) {
        if (!seen.isNews(view) || (first && view.finishedAt)) continue;
        yield eventFrame({ event: 'run', data: JSON.stringify(view) });
        sentAt = Date.now();
      }
      seen.forgetAllBut(views);
      if (Date.now() - sentAt > HEARTBEAT_MS) {
        yield commentFrame('heartbeat');
        sentAt = Date.now();
      }
      await wait(LOOK_EVERY_MS, undefined, { signal: end }).catch(() => undefined);
    }
    yield* endFrames(end);
  }

  private look(organisationId: string, followed: readonly string[]): Promise<SyncRunView[]> {
    return this.orgContext.run(organisationId, 'sync run stream', async () =>
      this.reader.views(await this.runs.newest(NEWEST, followed)),
    );
  }
}

/** The runs as the client knows them. */
class SeenRuns {
  private sent = new Map<string, { text: string; isOpen: boolean }>();

  get open(): string[] {
    return [...this.sent].filter(([, { isOpen }]) => isOpen).map(([id]) => id);
  }

  isNews(view: SyncRunView): boolean {
    const text = JSON.stringify(view);
    const known = this.sent.get(view.id);
    this.sent.set(view.id, { text, isOpen: view.finishedAt === null });
    if (!known) return true;
    // The next time belongs to the schedule: it changes for old runs, too.
    return known.text !== text && (known.isOpen || view.finishedAt === null);
  }

  forgetAllBut(views: readonly SyncRunView[]): void {
    const shown = new Set(views.map(({ id }) => id));
    this.sent = new Map([...this.sent].filter(([id]) => shown.has(id)));
  }
}
