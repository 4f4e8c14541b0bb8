import {
  Injectable,
  Logger,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { ONLY_READS, type AuthenticatedRequest } from '../auth/index.js';
import { messageOf, statusOf } from '../common/index.js';
import { targetsOf } from './audit-targets.js';
import { AuditTrail, type NewAdminAction } from './audit-trail.js';
import { AUDITED_ROUTE } from './audited.decorators.js';
import { isAudited } from './is-audited.js';

/**
 * Records what admins change, by the metadata of the route. A repeated call with an Idempotency-Key does nothing, so this
 * interceptor runs inside the one that answers it.
 */
@Injectable()
export class AuditInterceptor implements NestInterceptor {
  private readonly logger = new Logger(AuditInterceptor.name);

  constructor(
    private readonly reflector: Reflector,
    private readonly trail: AuditTrail,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<AuthenticatedRequest>();
    if (!this.records(context, request)) return next.handle();
    const action = actionOf(context.getHandler().name, request);
    const work = () => lastValueFrom(next.handle(), { defaultValue: undefined });
    return from(this.recorded(action, request, http.getResponse<FastifyReply>(), work));
  }

  private records(context: ExecutionContext, { method, user }: Partial<AuthenticatedRequest>): boolean {
    if (!method || !user) return false;
    const targets = [context.getHandler(), context.getClass()];
    return isAudited({
      method,
      role: user.role,
      onlyReads: this.reflector.getAllAndOverride<boolean | undefined>(ONLY_READS, targets) ?? false,
      audited: this.reflector.getAllAndOverride<boolean | undefined>(AUDITED_ROUTE, targets),
    });
  }

  private async recorded(
    action: NewAdminAction,
    request: AuthenticatedRequest,
    reply: FastifyReply,
    work: () => Promise<unknown>,
  ): Promise<unknown> {
    const id = await this.trail.begin(action);
    try {
      const body = await work();
      await this.finish(id, reply.statusCode);
      return body;
    } catch (error) {
      await this.finish(id, statusOf(error, request));
      throw error;
    }
  }

  /** The action is done or refused, so the caller gets the answer even if this fails: the entry then has no status. */
  private async finish(id: string, status: number): Promise<void> {
    try {
      await this.trail.finish(id, status);
    } catch (error) {
      this.logger.warn(`an entry of the audit trail has no status: ${messageOf(error)}`);
    }
  }
}

function actionOf(
  action: string,
  { user, organisationId, params, id }: AuthenticatedRequest,
): NewAdminAction {
  const { userId, userName, role } = user;
  const targets = targetsOf(organisationId, params as Record<string, unknown>);
  return { action, actorId: userId, actorName: userName ?? null, role, targets, requestId: id };
}
