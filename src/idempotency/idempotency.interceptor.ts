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
import { requestPath, requestQuery } from './request-path.js';
import { fingerprint } from './fingerprint.js';
import { IDEMPOTENCY_KEY, IDEMPOTENCY_REPLAYED, readKey } from './idempotency-key.js';
import { IdempotencyKeys, type Claim } from './idempotency-keys.js';
import { IDEMPOTENT_ROUTE } from './idempotent.decorator.js';
import { IdempotentAnswers } from './idempotent-responses.js';

// Three times per lease.
const EXTEND_EVERY_MS = 5_000;

/**
 * Replays the first response to a repeated request with the same Idempotency-Key. Only successes are stored: after an error,
 * nothing was done, and the key is free. Runs inside the caller's organisation.
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
    const path = requestPath(request);
    const hash = fingerprint(path + requestQuery(request), request.body);
    const found = await this.keys.claim({ route: `${request.method} ${path}`, key, fingerprint: hash });
    if ('holder' in found) return await this.first(found, reply.statusCode, work);
    void reply.status(found.status).header(IDEMPOTENCY_REPLAYED, 'true');
    return found.body;
  }

  private async first(claim: Claim, status: number, work: () => Promise<unknown>): Promise<unknown> {
    const extending = setInterval(() => {
      this.keys.extend(claim).catch((error: unknown) => this.logger.warn(messageOf(error)));
    }, EXTEND_EVERY_MS);
    try {
      const { body, stored } = await this.answers.during(claim, status, work);
      if (!stored) await this.store(claim, status, body);
      return body;
    } catch (error) {
      await this.keys.release(claim).catch(() => undefined);
      throw error;
    } finally {
      clearInterval(extending);
    }
  }

  /** The work is done, so the caller gets the response even if this fails. */
  private async store(claim: Claim, status: number, body: unknown): Promise<void> {
    try {
      await this.orgContext.transaction((em) => this.keys.store(em, claim, { status, body }));
    } catch (error) {
      this.logger.warn(`could not store the response for an Idempotency-Key: ${messageOf(error)}`);
    }
  }
}
