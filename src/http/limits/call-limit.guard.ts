import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LimitPolicy } from './limit-policy.js';
import { CallMeter } from './call-meter.js';

/** Rejects callers that exceed a limit. It runs after the guards that identify the caller. */
@Injectable()
export class CallLimitGuard implements CanActivate {
  constructor(
    private readonly limits: LimitPolicy,
    private readonly meter: CallMeter,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    this.meter.reachRoute(http.getRequest<FastifyRequest>());
    await this.meter.count(this.limits.of(context), http.getResponse<FastifyReply>());
    return true;
  }
}
