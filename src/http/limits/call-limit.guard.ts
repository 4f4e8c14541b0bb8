import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
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
    await this.calls.count(this.limits.of(context), context.switchToHttp().getResponse<FastifyReply>());
    return true;
  }
}
