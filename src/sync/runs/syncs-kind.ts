import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LoadedIntegration } from '../../integrations/index.js';
import type { Claim } from '../../jobs/index.js';
import { handlerDecorator, HandlerDiscovery } from '../../runtime/index.js';
import type { RunProgress } from './run-progress.js';
import { SYNC_KINDS, type SyncKind } from './sync-kinds.js';
import type { StartedRun } from './sync-runs.js';

/** What the handler of a kind works with. */
export interface KindRun {
  run: StartedRun;
  integration: LoadedIntegration;
  claim: Claim;
  /** Counts what the run stores, and saves the place where a killed run continues. */
  progress: RunProgress;
}

/** How a run ended that nothing has stopped. */
export interface KindResult {
  /** False when TikTok cut its answer short. What it sent is stored. */
  complete: boolean;
  /** Why the run is not complete, as the error catalogue names it; by default that TikTok cut its list short. */
  code?: string;
  /** When the next run is due by what this one has found; null: by the kind's own interval. */
  nextDueAt: Date | null;
}

type SyncHandler = (run: KindRun) => Promise<KindResult>;

/** Marks the method that fetches one kind of data: `@SyncsKind('videos') run(kindRun)`. */
export const SyncsKind = handlerDecorator<SyncKind, SyncHandler>('@SyncsKind');

/** The handlers of all kinds. The process does not start while a kind has none, or two. */
@Injectable()
export class KindHandlers implements OnModuleInit {
  private handlers: ReadonlyMap<SyncKind, SyncHandler> = new Map();

  constructor(private readonly discovery: HandlerDiscovery) {}

  onModuleInit(): void {
    this.handlers = this.discovery.byKey(SyncsKind, SYNC_KINDS);
  }

  async run(kindRun: KindRun): Promise<KindResult> {
    const handle = this.handlers.get(kindRun.run.kind);
    // An older process does not know the kinds of a newer one, whose rows it may claim.
    if (!handle) throw new Error(`no handler for syncs of ${kindRun.run.kind}`);
    return await handle(kindRun);
  }
}
