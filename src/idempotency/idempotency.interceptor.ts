import {
  Injectable,
  Logger,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { messageOf } from '../common/index.js';
import { OrgContext } from '../database/index.js';
import { calledPath, calledQuery } from './called-path.js';
import { fingerprint } from './fingerprint.js';
import { IDEMPOTENCY_KEY, IDEMPOTENCY_REPLAYED, readKey } from './idempotency-key.js';
import { IdempotencyKeys, type Claim } from './idempotency-keys.js';
import { IDEMPOTENT_ROUTE } from './idempotent.decorator.js';
import { IdempotentAnswers } from './idempotent-answers.js';

// Three times within a lease.
const EXTEND_EVERY_MS = 5_000;

/**
 * A call that is sent again with the same Idempotency-Key gets the first one's answer again. Only success is kept: after a
 * refusal or a failure nothing was done, and the key is free. Runs inside the caller's organisation.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  private readonly logger = new Logger(IdempotencyInterceptor.name);

  constructor(
    private readonly reflector: Reflector,
    private readonly orgContext: OrgContext,
    private readonly keys: IdempotencyKeys,
    private readonly answers: IdempotentAnswers,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (!this.reflector.get<boolean | undefined>(IDEMPOTENT_ROUTE, context.getHandler()))
      return next.handle();
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const key = readKey(request.headers[IDEMPOTENCY_KEY]);
    if (key === undefined) return next.handle();
    const work = () => lastValueFrom(next.handle(), { defaultValue: undefined });
    return from(this.once(key, request, http.getResponse<FastifyReply>(), work));
  }

  private async once(
    key: string,
    request: FastifyRequest,
    reply: FastifyReply,
    work: () => Promise<unknown>,
  ): Promise<unknown> {
    const path = calledPath(request);
    const asked = fingerprint(path + calledQuery(request), request.body);
    const found = await this.keys.claim({ route: `${request.method} ${path}`, key, fingerprint: asked });
    if ('holder' in found) return await this.first(found, reply.statusCode, work);
    void reply.status(found.status).header(IDEMPOTENCY_REPLAYED, 'true');
    return found.body;
  }

  private async first(claim: Claim, status: number, work: () => Promise<unknown>): Promise<unknown> {
    const extending = setInterval(() => {
      this.keys.extend(claim).catch((error: unknown) => this.logger.warn(messageOf(error)));
    }, EXTEND_EVERY_MS);
    try {
      const { body, kept } = await this.answers.during(claim, status, work);
      if (!kept) await this.keep(claim, status, body);
      return body;
    } catch (error) {
      await this.keys.release(claim).catch(() => undefined);
      throw error;
    } finally {
      clearInterval(extending);
    }
  }

  /** The work is done, so the caller gets its answer whatever happens here. */
  private async keep(claim: Claim, status: number, body: unknown): Promise<void> {
    try {
      await this.orgContext.transaction((em) => this.keys.keep(em, claim, { status, body }));
    } catch (error) {
      this.logger.warn(`an answer could not be kept for its Idempotency-Key: ${messageOf(error)}`);
    }
  }
}
