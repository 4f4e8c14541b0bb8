import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { commentFrame, endFrames, eventFrame, EventStreams } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import { toLaunchView, type LaunchView } from './dto/launch.view.js';
import { isOver } from './launch-states.js';
import { LaunchStore } from './launch-store.js';

const LOOK_EVERY_MS = 500;
const HEARTBEAT_MS = 15_000;

/** Streams the progress of launches. Steps take seconds, so a look at the row twice a second is soon enough. */
@Injectable()
export class LaunchStreams implements BeforeApplicationShutdown {
  private readonly streams = new EventStreams('launch');

  constructor(
    private readonly orgContext: OrgContext,
    private readonly store: LaunchStore,
  ) {}

  /** @param gone aborted when the client disconnects. @throws NotFoundError, UnavailableError */
  async openFor(launchId: string, expiresAt: Date, gone: AbortSignal): Promise<Readable> {
    const { organisationId } = this.orgContext;
    const first = toLaunchView(await this.store.load(launchId));
    const end = this.streams.begin({ organisationId, expiresAt, gone });
    return this.streams.send(this.frames(first, organisationId, end.signal), end);
  }

  beforeApplicationShutdown(): void {
    this.streams.stop();
  }

  /** Yields the launch whenever it has changed, until it is over. */
  private async *frames(first: LaunchView, organisationId: string, end: AbortSignal): AsyncGenerator<string> {
    let sent = '';
    let sentAt = 0;
    for (let view = first; !end.aborted; view = await this.look(first.launchId, organisationId)) {
      const text = JSON.stringify(view);
      const isQuiet = Date.now() - sentAt > HEARTBEAT_MS;
      if (text !== sent) yield eventFrame({ event: 'launch', data: text });
      else if (isQuiet) yield commentFrame('heartbeat');
      if (text !== sent || isQuiet) sentAt = Date.now();
      sent = text;
      if (isOver(view.status)) return;
      await wait(LOOK_EVERY_MS, undefined, { signal: end }).catch(() => undefined);
    }
    yield* endFrames(end);
  }

  private look(launchId: string, organisationId: string): Promise<LaunchView> {
    return this.orgContext.run(organisationId, 'launch stream', async () =>
      toLaunchView(await this.store.load(launchId)),
    );
  }
}
