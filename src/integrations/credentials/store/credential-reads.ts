import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { SingleFlight } from '../../../common/index.js';
import { SystemContext } from '../../../database/index.js';
import { Credential } from '../../integration/credential.entity.js';

// TikTok refuses a token that has ended in the meantime, and then it is read again.
const KEPT_MS = 1_000;

interface Kept {
  row: Credential;
  readAt: number;
}

const runs = new AsyncLocalStorage<Map<string, Kept>>();

/** Reads the credential of a call. */
@Injectable()
export class CredentialReads {
  /** Shares one read of a row among concurrent callers. */
  private readonly reads = new SingleFlight<Credential | null>();

  constructor(private readonly system: SystemContext) {}

  /** Reads a credential once a second during this work, which may make hundreds of calls in a row. */
  during<T>(work: () => T): T {
    return runs.run(new Map(), work);
  }

  async read(id: string): Promise<Credential | null> {
    const kept = runs.getStore()?.get(id);
    if (kept && performance.now() - kept.readAt < KEPT_MS) return kept.row;
    const readAt = performance.now();
    const row = await this.reads.join(id, () => this.load(id)).result;
    if (row) runs.getStore()?.set(id, { row, readAt });
    return row;
  }

  /** Reads the credential from the database at its next use: it is about to change. */
  forget(id: string): void {
    runs.getStore()?.delete(id);
  }

  private load(id: string): Promise<Credential | null> {
    return this.system.transaction('read a token', (em) => em.getRepository(Credential).findOneBy({ id }));
  }
}
