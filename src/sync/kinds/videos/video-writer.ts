import type { EntityManager } from 'typeorm';
import type { SnapshotMonths } from '../../activity/snapshot-months.js';
import { writeVideos } from '../../activity/social-video-upsert.js';
import { VideoBatch, type AddedPage, type VideoUse } from '../../activity/video-batch.js';
import type { KindRun } from '../../runs/syncs-kind.js';

const MAX_ROWS = 1_000;
const PAGE_ROWS = 20;
// A slow list is saved about this often, so that a killed run repeats little, and its progress is seen.
const MAX_AGE_MS = 5_000;

/** Saves something else in the transaction of a batch. @param place where a killed run continues */
export type AlsoSave = (em: EntityManager, place: string | null) => Promise<void>;

/** A page to write. */
export interface WrittenPage {
  /** As received. */
  videos: unknown;
  capturedAt: Date;
  /** Where a killed run continues once the page is written. */
  place: string | null;
  use?: (id: string) => VideoUse;
}

/**
 * Writes pages in batches, each in one transaction with the place and the counts of the run. While a batch is written,
 * the next one is fetched; there are never more than these two.
 */
export class VideoWriter {
  private batch = new VideoBatch();
  private startedAt = performance.now();
  private writing: Promise<void> = Promise.resolve();
  private also: AlsoSave[] = [];
  private at: string | null;

  constructor(
    private readonly kindRun: KindRun,
    private readonly months: SnapshotMonths,
    private readonly now: () => Date,
    /** Saves something with every batch. */
    private readonly always: AlsoSave = async () => {},
  ) {
    this.at = kindRun.run.cursor;
  }

  async add({ videos, capturedAt, place, use }: WrittenPage): Promise<AddedPage> {
    const added = this.batch.add(videos, capturedAt, use);
    this.at = place;
    const isFull = this.batch.size > MAX_ROWS - PAGE_ROWS;
    if (isFull || performance.now() - this.startedAt > MAX_AGE_MS) await this.begin();
    return added;
  }

  /** Saves with the present batch, and so not before the readings that it follows from. */
  alongside(save: AlsoSave): void {
    this.also.push(save);
  }

  /** Writes what is left. @param place where a killed run continues afterwards */
  async flush(place: string | null = this.at): Promise<void> {
    const hasMoved = place !== this.at;
    this.at = place;
    if (hasMoved || this.also.length > 0 || !this.batch.isEmpty) await this.begin();
    await this.writing;
  }

  private async begin(): Promise<void> {
    await this.writing;
    const { batch, also, at: place } = this;
    this.batch = new VideoBatch();
    this.also = [];
    this.startedAt = performance.now();
    this.writing = this.write(batch, also, place);
    // The failure is thrown where the promise is awaited.
    this.writing.catch(() => undefined);
  }

  private async write(batch: VideoBatch, also: AlsoSave[], place: string | null): Promise<void> {
    const { run, integration, claim, progress } = this.kindRun;
    claim.signal.throwIfAborted();
    // Before the transaction, which locks the run's row.
    if (also.length > 0) await claim.assertHeld();
    progress.count(batch.counts);
    const save = () =>
      progress.save(place, async (em) => {
        await writeVideos(em, integration, batch, run.id, this.now());
        await this.always(em, place);
        for (const one of also) await one(em, place);
      });
    const { period } = batch;
    await (period ? this.months.ensured(period.first, period.last, save) : save());
  }
}
