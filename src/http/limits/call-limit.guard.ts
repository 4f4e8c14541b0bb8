import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CallLimits } from './call-limits.js';
import { LimitedCalls } from './limited-calls.js';

/** Refuses callers that call too often. Comes after the guards that say who calls. */
@Injectable()
export class CallLimitGuard implements CanActivate {
  constructor(
    private readonly limits: CallLimits,
    private readonly calls: LimitedCalls,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    this.calls.reachRoute(http.getRequest<FastifyRequest>());
    await this.calls.count(this.limits.of(context), http.getResponse<FastifyReply>());
    return true;
  }
}
