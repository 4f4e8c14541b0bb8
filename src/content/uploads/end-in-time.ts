import type { FastifyRequest } from 'fastify';
import type { Clock } from '../../common/index.js';

// No timer of Node's is longer.
const LONGEST_MS = 2 ** 31 - 1;

/** Closes a request whose link has ended while its bytes still came. @returns calls that off */
export function endInTime({ raw, log }: FastifyRequest, endsAt: Date, clock: Clock): () => void {
  const leftMs = Math.max(endsAt.getTime() - clock.now().getTime(), 0);
  const timer = setTimeout(
    () => {
      log.info('the upload link has ended while bytes still came, closing');
      raw.destroy();
    },
    Math.min(leftMs, LONGEST_MS),
  );
  return () => clearTimeout(timer);
}
