import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, isId } from '../../../common/index.js';
import { queryRows, SystemContext } from '../../../database/index.js';
import { Background } from '../../../runtime/index.js';
import { HashedFiles } from './hashed-files.js';

const EVERY_MS = 10 * 60_000;
// No upload takes this long to arrive.
const ABANDONED_AFTER_SECONDS = 6 * 60 * 60;

const WAITING = `SELECT id FROM ad_audience_uploads WHERE id = ANY($1) AND state IN ('staged', 'sending', 'unknown')`;

/** Deletes files of hashes that killed processes left behind. */
@Injectable()
export class HashedFilesJanitor implements OnModuleInit {
  constructor(
    private readonly files: HashedFiles,
    private readonly system: SystemContext,
    private readonly clock: Clock,
    private readonly background: Background,
  ) {}

  onModuleInit(): void {
    this.background.every('hashed files janitor', EVERY_MS, () => this.clean());
  }

  async clean(): Promise<void> {
    const old = await this.files.before(this.clock.inSeconds(-ABANDONED_AFTER_SECONDS));
    const ids = old.filter(isId);
    if (ids.length === 0) return;
    const rows = await this.system.transaction('find staged audience files in use', (em) =>
      queryRows<{ id: string }>(em, WAITING, [ids]),
    );
    const waiting = new Set(rows.map(({ id }) => id));
    for (const id of ids) if (!waiting.has(id)) await this.files.remove(id);
  }
}
