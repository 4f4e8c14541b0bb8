import type { FastifyRequest } from 'fastify';
import type { Clock } from '../../common/index.js';

// The longest delay that Node.js timers support.
const MAX_TIMER_MS = 2 ** 31 - 1;

/** Closes a request when its link expires before all bytes have arrived. @returns a function that cancels the timer */
export function closeAtExpiry({ raw, log }: FastifyRequest, endsAt: Date, clock: Clock): () => void {
  const leftMs = Math.max(endsAt.getTime() - clock.now().getTime(), 0);
  const timer = setTimeout(
    () => {
      log.info('upload link expired during the upload, closing the connection');
      raw.destroy();
    },
    Math.min(leftMs, MAX_TIMER_MS),
  );
  return () => clearTimeout(timer);
}
