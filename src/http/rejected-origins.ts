import type { FastifyBaseLogger } from 'fastify';

// A page retries often; its developer needs one line.
const QUIET_MS = 10 * 60_000;
// Any page may send any origin, so lines and memory are limited.
const MAX_ORIGINS = 20;
const MAX_LENGTH = 200;

/** Logs origins that CORS rejects, each once per period. The page itself gets no explanation from the browser. */
export class RejectedOrigins {
  private readonly loggedAt = new Map<string, number>();

  constructor(
    private readonly log: Pick<FastifyBaseLogger, 'warn'>,
    private readonly now: () => number = () => performance.now(),
  ) {}

  note(origin: string): void {
    const shown = origin.slice(0, MAX_LENGTH);
    this.forgetOld();
    if (this.loggedAt.has(shown) || this.loggedAt.size >= MAX_ORIGINS) return;
    this.loggedAt.set(shown, this.now());
    this.log.warn(
      `rejected a call from the origin ${JSON.stringify(shown)}: to allow it, add the origin to CORS_ORIGINS`,
    );
  }

  private forgetOld(): void {
    for (const [origin, at] of this.loggedAt) if (at <= this.now() - QUIET_MS) this.loggedAt.delete(origin);
  }
}
