import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { queryRows, SystemContext } from '../../database/index.js';
import { Background } from '../../runtime/index.js';
import { MediaQuota } from './media-quota.js';
import { MediaStore, MediaUses } from './media-store.js';

const EVERY_MS = 60 * 60_000;
const SECONDS_PER_DAY = 86_400;
const BATCH = 500;

const EXPIRE = `
  WITH old AS (SELECT id, file FROM message_media WHERE file IS NOT NULL AND stored_at < $1 ORDER BY stored_at LIMIT ${BATCH})
  UPDATE message_media x SET status = 'expired', file = NULL FROM old WHERE x.id = old.id RETURNING old.file`;
const IN_USE = 'SELECT file FROM message_media WHERE file = ANY($1)';

/** Deletes pictures and videos after their time. The store removes the files of deleted messages. */
@Injectable()
export class MediaJanitor implements OnModuleInit {
  constructor(
    private readonly config: AppConfig,
    private readonly system: SystemContext,
    private readonly store: MediaStore,
    private readonly uses: MediaUses,
    private readonly quota: MediaQuota,
    private readonly clock: Clock,
    private readonly background: Background,
  ) {}

  onModuleInit(): void {
    this.uses.register(async (em, names) =>
      (await queryRows<{ file: string }>(em, IN_USE, [names])).map(({ file }) => file),
    );
    if (this.config.runsJobs) this.background.every('message media janitor', EVERY_MS, () => this.clean());
  }

  async clean(): Promise<void> {
    await this.expire();
    await this.system.transaction('report room for pictures of messages', (em) => this.quota.reportFree(em));
  }

  private async expire(): Promise<void> {
    const before = this.clock.inSeconds(-this.config.messages.media.retentionDays * SECONDS_PER_DAY);
    for (let files: { file: string }[]; ;) {
      files = await this.system.transaction('expire pictures of messages', (em) =>
        queryRows<{ file: string }>(em, EXPIRE, [before]),
      );
      for (const { file } of files) await this.store.remove(file);
      if (files.length < BATCH) return;
    }
  }
}
