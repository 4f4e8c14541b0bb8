import { HttpException, Injectable, type ArgumentsHost } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ExpiredTokenError } from '../../auth/index.js';
import { ProblemFilter, UnauthenticatedError } from '../../common/index.js';
import type { CallLimit } from './call-limit.js';
import { LimitPolicy } from './limit-policy.js';
import { CallMeter } from './call-meter.js';

const TOO_MANY = 429;

/**
 * Counts calls that are rejected before their route counts them: for the token, signature, organisation, role, body or
 * path. It counts after the check, so valid calls and signed deliveries from the same address still pass.
 */
@Injectable()
export class LimitedProblemFilter extends ProblemFilter {
  constructor(
    private readonly limits: LimitPolicy,
    private readonly calls: CallMeter,
  ) {
    super();
  }

  override catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const limits = this.limitsOf(error, http.getRequest<FastifyRequest>());
    if (limits.length === 0) return super.catch(error, host);
    this.calls.count(limits, http.getResponse<FastifyReply>()).then(
      () => super.catch(error, host),
      (tooMany: unknown) => super.catch(tooMany, host),
    );
  }

  private limitsOf(error: unknown, request: FastifyRequest): CallLimit[] {
    if (error instanceof ExpiredTokenError) return this.limits.ofExpired(request);
    if (error instanceof UnauthenticatedError) return this.limits.ofRejected(request);
    const isUncounted = isRejection(error) && !this.calls.hasReachedRoute(request);
    return isUncounted ? this.limits.ofRejected(request) : [];
  }
}

/** True if the caller caused the error. A 429 is counted already. */
function isRejection(error: unknown): boolean {
  const { status, statusCode } = error as { status?: unknown; statusCode?: unknown };
  const answer = error instanceof HttpException ? error.getStatus() : (status ?? statusCode);
  return typeof answer === 'number' && answer >= 400 && answer < 500 && answer !== TOO_MANY;
}
