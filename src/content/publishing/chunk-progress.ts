import type { Publication } from '../post/publication.entity.js';
import type { TransferJournal } from './transfer-journal.js';

// Chunks of 10 MB are faster than this only beyond 100 MB/s; there a commit takes as long as a good part of a chunk.
const PAUSE_MS = 100;

/**
 * Writes down how much TikTok holds: after each chunk, before the next one is sent, but never more often than the pause
 * allows. What a crash leaves behind costs one call: TikTok answers a chunk that it holds with how far it is.
 */
export class ChunkProgress {
  private writing: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;
  private begunAt = -Infinity;
  private noted: number;
  private written: number;
  private isOver = false;

  constructor(
    private readonly journal: TransferJournal,
    private readonly publication: Publication,
  ) {
    this.noted = this.written = publication.uploadedBytes;
  }

  /** @returns false when this upload is over. @throws what the database has said */
  async note(heldBytes: number): Promise<boolean> {
    this.noted = heldBytes;
    const pause = this.begunAt + PAUSE_MS - performance.now();
    if (pause <= 0) return await this.settle();
    // A next chunk that takes long must not keep this one unwritten. What fails then is tried again by `settle`.
    this.timer ??= setTimeout(() => void this.settle().catch(() => undefined), pause);
    return !this.isOver;
  }

  /** @returns when all is written: false when this upload is over. @throws what the database has said */
  async settle(): Promise<boolean> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.writing.catch(() => undefined);
    if (this.noted !== this.written && !this.isOver) await (this.writing = this.write(this.noted));
    return !this.isOver;
  }

  private async write(bytes: number): Promise<void> {
    this.begunAt = performance.now();
    this.isOver = !(await this.journal.progress(this.publication, bytes));
    this.written = bytes;
  }
}
