import { Injectable, Logger } from '@nestjs/common';
import { codeOf, messageOf } from './error-message.js';

interface Outage {
  since: number;
  /** Runs out after a success that no failure has followed. */
  over?: NodeJS.Timeout;
}

// While some calls go through and others do not, nothing is over.
const QUIET_MS = 1_000;

/** Logs the loss of something that the service depends on: one line when it begins, one when it is over. */
@Injectable()
export class Outages {
  private readonly logger = new Logger(Outages.name);
  private readonly outages = new Map<string, Outage>();

  /** @param dependency as the log names it, such as `PostgreSQL` */
  failed(dependency: string, error: unknown): void {
    const known = this.outages.get(dependency);
    clearTimeout(known?.over);
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

  /** To be called after each success: it costs nothing while all is well. */
  recovered(dependency: string): void {
    const outage = this.outages.get(dependency);
    if (!outage || outage.over) return;
    const outageMs = Math.round(performance.now() - outage.since);
    const tell = () => {
      this.outages.delete(dependency);
      this.logger.log({ msg: `${dependency} has recovered`, dependency, outage: 'recovered', outageMs });
    };
    outage.over = setTimeout(tell, QUIET_MS).unref();
  }

  isOut(dependency: string): boolean {
    return this.outages.has(dependency);
  }
}
