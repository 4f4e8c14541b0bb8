import { Injectable, Logger } from '@nestjs/common';
import { messageOf, within } from '../common/index.js';

const CACHE_MS = 5_000;
const PATIENCE_MS = 5_000;

/** What keeps a process from doing its work, in words for the operator. Anonymous callers read it. */
export interface Trouble {
  /** Stable, for machines. */
  code: string;
  /** What does not work, what that means, and what to do. */
  message: string;
  /** Whether the process must not get requests while this lasts; otherwise it is only reported. */
  blocks: boolean;
}

type Look = () => Promise<Trouble | undefined>;

interface Probe {
  name: string;
  look: Look;
  /** The latest look, which callers within a few seconds share. */
  latest?: { at: number; result: Promise<Trouble | undefined> };
}

/** Whether this process can do its work. Modules register what they depend on; the health check and heartbeats ask. */
@Injectable()
export class Readiness {
  private readonly logger = new Logger(Readiness.name);
  private readonly probes: Probe[] = [];

  /** @param name appears in the answer of /health/ready */
  register(name: string, look: Look): void {
    this.probes.push({ name, look });
  }

  /** The state of each probe. Looks again when the last look is older than some seconds. */
  async look(): Promise<Map<string, Trouble | undefined>> {
    const results = this.probes.map(async (probe) => [probe.name, await this.ask(probe)] as const);
    return new Map(await Promise.all(results));
  }

  /** The next look is a fresh one: something has just failed. */
  forget(name: string): void {
    for (const probe of this.probes) if (probe.name === name) delete probe.latest;
  }

  private ask(probe: Probe): Promise<Trouble | undefined> {
    const { latest } = probe;
    if (latest && Date.now() - latest.at < CACHE_MS) return latest.result;
    const result = this.patiently(probe);
    probe.latest = { at: Date.now(), result };
    return result;
  }

  /** A probe that fails or hangs says nothing about its subject: the database, on which they depend, is asked apart. */
  private async patiently({ name, look }: Probe): Promise<Trouble | undefined> {
    try {
      return await within(PATIENCE_MS, look(), () => {
        this.logger.warn(`the probe "${name}" did not answer within ${PATIENCE_MS / 1000} s`);
        return undefined;
      });
    } catch (error) {
      this.logger.warn(`the probe "${name}" failed: ${messageOf(error)}`);
      return undefined;
    }
  }
}
