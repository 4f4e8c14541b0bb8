import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TooManyRequestsError } from '../../common/index.js';
import { CallCounters, type Count } from './call-counters.js';
import { WINDOW_MINUTES, type CallLimit } from './call-limit.js';

/** Counts a call, and reports the state of the limit in headers. */
@Injectable()
export class CallMeter {
  private readonly routed = new WeakSet<FastifyRequest>();

  constructor(private readonly counters: CallCounters) {}

  /** Notes that the call has reached its route, which counts it. */
  reachRoute(request: FastifyRequest): void {
    this.routed.add(request);
  }

  hasReachedRoute(request: FastifyRequest): boolean {
    return this.routed.has(request);
  }

  /** @throws TooManyRequestsError when one of the limits is exceeded */
  async count(limits: readonly CallLimit[], reply: FastifyReply): Promise<void> {
    for (const limit of limits) {
      const count = await this.counters.count(limit);
      void reply.headers(headersOf(count));
      if (count.exceeded) throw tooMany(limit, count);
    }
  }
}

/** https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-ratelimit-headers-06 */
function headersOf({ limit, remaining, resetSeconds }: Count): Record<string, string> {
  return {
    'ratelimit-limit': String(limit),
    'ratelimit-policy': `${limit};w=${WINDOW_MINUTES * 60}`,
    'ratelimit-remaining': String(remaining),
    'ratelimit-reset': String(resetSeconds),
  };
}

function tooMany({ subject }: CallLimit, { limit, resetSeconds }: Count): TooManyRequestsError {
  return new TooManyRequestsError(
    'too_many_requests',
    `Too many requests: ${subject} ${limit} times in ${WINDOW_MINUTES} min. Retry after ${resetSeconds} s.`,
    resetSeconds,
  );
}
