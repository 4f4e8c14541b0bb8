import type { Logger } from '@nestjs/common';

// A sender of forged deliveries must not fill the log.
const EVERY_MS = 10_000;

/** Logs why deliveries are refused, without their bodies: each reason at most once in 10 s, with the number since. */
export class RefusalLog {
  private readonly reasons = new Map<string, { loggedAt: number; unlogged: number }>();

  constructor(
    private readonly logger: Pick<Logger, 'warn'>,
    private readonly now: () => number = () => performance.now(),
  ) {}

  note(reason: string, bytes: number): void {
    const known = this.reasons.get(reason);
    if (known && this.now() - known.loggedAt < EVERY_MS) {
      known.unlogged += 1;
      return;
    }
    this.reasons.set(reason, { loggedAt: this.now(), unlogged: 0 });
    const unlogged = known?.unlogged ?? 0;
    this.logger.warn({
      msg: `refused a webhook: ${reason}`,
      reason,
      bytes,
      ...(unlogged > 0 && { unlogged }),
    });
  }
}
