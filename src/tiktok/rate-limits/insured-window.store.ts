import { Logger } from '@nestjs/common';
import { Clock, messageOf } from '../../common/index.js';
import type { MemoryWindowStore } from './memory-window.store.js';
import { WindowStore, type Taking, type Verdict } from './window.store.js';

// So that a Redis that hangs delays one call in a while and not each.
const REST_MS = 1_000;

/**
 * A shared store that may fail, and memory for when it does: a call is never lost to Redis. Memory counts along, so
 * that this process at least knows what it has used itself; what others use meanwhile, TikTok has to say.
 */
export class InsuredWindowStore extends WindowStore {
  private readonly logger = new Logger(InsuredWindowStore.name);
  private restUntil = 0;
  private failing = false;

  constructor(
    private readonly shared: WindowStore,
    private readonly memory: MemoryWindowStore,
    private readonly clock: Clock,
  ) {
    super();
  }

  async take(taking: Taking): Promise<Verdict> {
    const verdict = await this.tryShared(() => this.shared.take(taking));
    if (verdict === undefined) return await this.memory.take(taking);
    if (verdict.taken) this.memory.note(taking);
    return verdict;
  }

  async settle(taking: Taking): Promise<void> {
    await this.memory.settle(taking);
    await this.tryShared(() => this.shared.settle(taking));
  }

  async release(taking: Taking): Promise<void> {
    await this.memory.release(taking);
    await this.tryShared(() => this.shared.release(taking));
  }

  private async tryShared<T>(work: () => Promise<T>): Promise<T | undefined> {
    const now = this.clock.now().getTime();
    if (now < this.restUntil) return undefined;
    try {
      const result = await work();
      if (this.failing) this.logger.log('rate budgets are shared by all processes again');
      this.failing = false;
      return result;
    } catch (error) {
      this.restUntil = now + REST_MS;
      if (!this.failing)
        this.logger.warn(`rate budgets are counted in this process alone: ${messageOf(error)}`);
      this.failing = true;
      return undefined;
    }
  }
}
