import { HttpException, Injectable, type ArgumentsHost } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ExpiredTokenError } from '../../auth/index.js';
import { ProblemFilter, UnauthenticatedError } from '../../common/index.js';
import type { CallLimit } from './call-limit.js';
import { CallLimits } from './call-limits.js';
import { LimitedCalls } from './limited-calls.js';

const TOO_MANY = 429;

/**
 * Counts what is refused before its route could count it: for its token or signature, its organisation or role, its body,
 * or an address that does not exist. It is counted after it was looked at: whatever else comes from that address, a good
 * call and a signed delivery still pass.
 */
@Injectable()
export class LimitedProblemFilter extends ProblemFilter {
  constructor(
    private readonly limits: CallLimits,
    private readonly calls: LimitedCalls,
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
    if (error instanceof UnauthenticatedError) return this.limits.ofRefusals(request);
    const isUncounted = isRefusal(error) && !this.calls.hasReachedRoute(request);
    return isUncounted ? this.limits.ofRefusals(request) : [];
  }
}

/** Whether the caller is to blame. That it calls too often is counted already. */
function isRefusal(error: unknown): boolean {
  const { status, statusCode } = error as { status?: unknown; statusCode?: unknown };
  const answer = error instanceof HttpException ? error.getStatus() : (status ?? statusCode);
  return typeof answer === 'number' && answer >= 400 && answer < 500 && answer !== TOO_MANY;
}
