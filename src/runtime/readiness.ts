import { Injectable, Logger } from '@nestjs/common';
import { messageOf, within } from '../common/index.js';

const CACHE_MS = 5_000;
const TIMEOUT_MS = 5_000;

/** A problem that keeps the process from doing its work, described for the operator. Anonymous callers can read it. */
export interface ReadinessIssue {
  /** Stable, for machines. */
  code: string;
  /** What fails, what that means, and what to do. */
  message: string;
  /** True if the process must not get requests while this lasts; otherwise it is only reported. */
  blocks: boolean;
}

type Check = () => Promise<ReadinessIssue | undefined>;

interface Probe {
  name: string;
  check: Check;
  /** The latest check, shared by callers within a few seconds. */
  latest?: { at: number; result: Promise<ReadinessIssue | undefined> };
}

/** Checks whether this process can do its work. Modules register their dependencies; health checks and heartbeats query them. */
@Injectable()
export class Readiness {
  private readonly logger = new Logger(Readiness.name);
  private readonly probes: Probe[] = [];

  /** @param name appears in the response of /health/ready */
  register(name: string, check: Check): void {
    this.probes.push({ name, check });
  }

  /** The result of each probe. Results are cached for some seconds. */
  async check(): Promise<Map<string, ReadinessIssue | undefined>> {
    const results = this.probes.map(async (probe) => [probe.name, await this.cached(probe)] as const);
    return new Map(await Promise.all(results));
  }

  /** Drops the cached result, because something has just failed. */
  invalidate(name: string): void {
    for (const probe of this.probes) if (probe.name === name) delete probe.latest;
  }

  private cached(probe: Probe): Promise<ReadinessIssue | undefined> {
    const { latest } = probe;
    if (latest && Date.now() - latest.at < CACHE_MS) return latest.result;
    const result = this.withTimeout(probe);
    probe.latest = { at: Date.now(), result };
    return result;
  }

  /** A probe that fails or hangs reports nothing. Probes depend on the database, which has its own check. */
  private async withTimeout({ name, check }: Probe): Promise<ReadinessIssue | undefined> {
    try {
      return await within(TIMEOUT_MS, check(), () => {
        this.logger.warn(`the probe "${name}" did not finish within ${TIMEOUT_MS / 1000} s`);
        return undefined;
      });
    } catch (error) {
      this.logger.warn(`the probe "${name}" failed: ${messageOf(error)}`);
      return undefined;
    }
  }
}
