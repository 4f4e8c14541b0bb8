import { Injectable, type ArgumentsHost } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ExpiredTokenError } from '../../auth/index.js';
import { ProblemFilter, UnauthenticatedError } from '../../common/index.js';
import { CallLimits } from './call-limits.js';
import { LimitedCalls } from './limited-calls.js';

/**
 * Counts what is refused for its token or its signature, by address, after it was looked at: whatever else comes from
 * that address, a good token and a signed delivery still pass.
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
    // An expired token was good once: its caller has to learn that it needs a new one.
    if (!(error instanceof UnauthenticatedError) || error instanceof ExpiredTokenError)
      return super.catch(error, host);
    const http = host.switchToHttp();
    const limits = this.limits.ofRefusals(http.getRequest<FastifyRequest>());
    this.calls.count(limits, http.getResponse<FastifyReply>()).then(
      () => super.catch(error, host),
      (tooMany: unknown) => super.catch(tooMany, host),
    );
  }
}
