import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { commentFrame, eventFrame, UnavailableError } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import { toLaunchView, type LaunchView } from './dto/launch.view.js';
import { isOver } from './launch-states.js';
import { LaunchStore } from './launch-store.js';

const LOOK_EVERY_MS = 500;
const HEARTBEAT_MS = 15_000;
// Roles and memberships may change before a token ends.
const LIFETIME_MS = 15 * 60_000;
// Per process, so that a client which leaks streams does not exhaust the database.
const MAX_STREAMS = 100;

/** Streams the progress of launches. Steps take seconds, so a look at the row twice a second is soon enough. */
@Injectable()
export class LaunchStreams implements BeforeApplicationShutdown {
  private readonly open = new Set<AbortController>();

  constructor(
    private readonly orgContext: OrgContext,
    private readonly store: LaunchStore,
  ) {}

  /** @param gone aborted when the client disconnects. @throws NotFoundError, UnavailableError */
  async openFor(launchId: string, expiresAt: Date, gone: AbortSignal): Promise<Readable> {
    const first = toLaunchView(await this.store.load(launchId));
    if (this.open.size >= MAX_STREAMS)
      throw new UnavailableError(
        'too_many_streams',
        `Too many open launch streams (limit ${MAX_STREAMS}). Close unused ones.`,
      );
    const end = new AbortController();
    this.open.add(end);
    gone.addEventListener('abort', () => end.abort());
    const until = Math.min(expiresAt.getTime(), Date.now() + LIFETIME_MS);
    const frames = this.frames(first, this.orgContext.organisationId, until, end.signal);
    return Readable.from(frames, { highWaterMark: 1 }).once('close', () => {
      end.abort();
      this.open.delete(end);
    });
  }

  /** Ends the streams before the server closes, because it would wait for them. */
  beforeApplicationShutdown(): void {
    for (const end of this.open) end.abort();
  }

  /** Yields the launch whenever it has changed, until it is over. */
  private async *frames(
    first: LaunchView,
    organisationId: string,
    until: number,
    end: AbortSignal,
  ): AsyncGenerator<string> {
    let sent = '';
    let sentAt = 0;
    for (let view = first; ; view = await this.look(first.launchId, organisationId)) {
      const text = JSON.stringify(view);
      if (text !== sent) yield eventFrame({ event: 'launch', data: text });
      else if (Date.now() - sentAt > HEARTBEAT_MS) yield commentFrame('still here');
      if (text !== sent || Date.now() - sentAt > HEARTBEAT_MS) sentAt = Date.now();
      sent = text;
      if (isOver(view.status) || end.aborted || Date.now() >= until) return;
      await wait(LOOK_EVERY_MS, undefined, { signal: end }).catch(() => undefined);
      if (end.aborted) return;
    }
  }

  private look(launchId: string, organisationId: string): Promise<LaunchView> {
    return this.orgContext.run(organisationId, 'launch stream', async () =>
      toLaunchView(await this.store.load(launchId)),
    );
  }
}
