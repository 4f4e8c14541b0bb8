import type { FastifyBaseLogger } from 'fastify';

// A page asks again and again; its developer needs one line.
const QUIET_MS = 10 * 60_000;
// Any page may name any origin: no more lines than this in that time, and no more of them in memory.
const MAX_ORIGINS = 20;
const MAX_LENGTH = 200;

/** Tells the log once in a while of a page that the browser keeps out because of us: it is told nothing itself. */
export class OriginRefusals {
  private readonly toldAt = new Map<string, number>();

  constructor(
    private readonly log: Pick<FastifyBaseLogger, 'warn'>,
    private readonly now: () => number = () => performance.now(),
  ) {}

  note(origin: string): void {
    const shown = origin.slice(0, MAX_LENGTH);
    this.forgetOld();
    if (this.toldAt.has(shown) || this.toldAt.size >= MAX_ORIGINS) return;
    this.toldAt.set(shown, this.now());
    this.log.warn(
      `a page of the origin ${JSON.stringify(shown)} called and may not: add the origin to CORS_ORIGINS if it should`,
    );
  }

  private forgetOld(): void {
    for (const [origin, at] of this.toldAt) if (at <= this.now() - QUIET_MS) this.toldAt.delete(origin);
  }
}
