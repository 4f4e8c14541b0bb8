import { Injectable, Logger } from '@nestjs/common';
import { codeOf, messageOf } from './error-message.js';

interface Outage {
  since: number;
  /** Fires after a success that no failure has followed. */
  recovery?: NodeJS.Timeout;
}

// While only some calls succeed, the outage is not over.
const QUIET_MS = 1_000;

/** Logs outages of dependencies: one line when an outage begins, and one when it ends. */
@Injectable()
export class Outages {
  private readonly logger = new Logger(Outages.name);
  private readonly outages = new Map<string, Outage>();

  /** @param dependency its name in the log, such as `PostgreSQL` */
  failed(dependency: string, error: unknown): void {
    const known = this.outages.get(dependency);
    clearTimeout(known?.recovery);
    this.outages.set(dependency, { since: known?.since ?? performance.now() });
    if (known) return;
    this.logger.warn({
      msg: `${dependency} does not answer`,
      dependency,
      outage: 'begun',
      errorCode: codeOf(error),
      reason: messageOf(error),
    });
  }

  /** Call it after each success: it costs nothing when there was no outage. */
  recovered(dependency: string): void {
    const outage = this.outages.get(dependency);
    if (!outage || outage.recovery) return;
    const outageMs = Math.round(performance.now() - outage.since);
    const report = () => {
      this.outages.delete(dependency);
      this.logger.log({ msg: `${dependency} has recovered`, dependency, outage: 'recovered', outageMs });
    };
    outage.recovery = setTimeout(report, QUIET_MS).unref();
  }

  isOut(dependency: string): boolean {
    return this.outages.has(dependency);
  }
}
