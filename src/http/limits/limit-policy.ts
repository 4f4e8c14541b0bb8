import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import {
  AT_MOST,
  LIMIT_KIND,
  ONLY_READS,
  type AuthenticatedRequest,
  type LimitKind,
} from '../../auth/index.js';
import { AppConfig, type RateLimits } from '../../config/index.js';
import { callerAddress, callLimit, type CallLimit } from './call-limit.js';

const READS = new Set(['GET', 'HEAD']);
// A resumable upload sends its chunks with PATCH, and reads its offset with HEAD.
const CHUNK_METHODS = new Set(['PATCH', 'HEAD']);
const CHUNKS_PER_ATTEMPT = 20;

/** Decides which limits a call counts towards. */
@Injectable()
export class LimitPolicy {
  private readonly limits: RateLimits;

  constructor(
    { http }: AppConfig,
    private readonly reflector: Reflector,
  ) {
    this.limits = http.rateLimits;
  }

  of(context: ExecutionContext): CallLimit[] {
    const request = context.switchToHttp().getRequest<FastifyRequest & Partial<AuthenticatedRequest>>();
    const targets = [context.getHandler(), context.getClass()];
    const kind = this.reflector.getAllAndOverride<LimitKind | undefined>(LIMIT_KIND, targets) ?? 'caller';
    if (kind === 'none') return [];
    if (kind === 'upload') return [...this.ofAddress(request), ...this.ofLink(request)];
    const { user, organisationId } = request;
    if (!user || organisationId === undefined) return this.ofAddress(request);
    const caller = [organisationId, user.userId];
    if (
      READS.has(request.method) ||
      this.reflector.get<boolean | undefined>(ONLY_READS, context.getHandler())
    )
      return callLimit('reads', caller, 'One user may read', this.limits.reads);
    return [
      ...callLimit('writes', caller, 'One user may change things', this.limits.writes),
      ...this.ofRoute(context, caller),
    ];
  }

  /** The limit of calls without a token. */
  ofAddress({ ip }: FastifyRequest): CallLimit[] {
    return callLimit('public', [callerAddress(ip)], 'One address may call this', this.limits.public);
  }

  /** The limit of calls that are rejected before their route: per user with a valid token, otherwise per address. */
  ofRejected({ ip, user }: FastifyRequest & Partial<AuthenticatedRequest>): CallLimit[] {
    if (!user)
      return callLimit(
        'refused',
        [callerAddress(ip)],
        'One address may send rejected calls',
        this.limits.public,
      );
    const caller = ['user', user.userId, ...user.organisationIds];
    return callLimit('refused', caller, 'One user may send rejected calls', this.limits.reads);
  }

  /** The limit of an expired token. It is per token, so that its caller always learns that it has expired. */
  ofExpired({ headers }: FastifyRequest): CallLimit[] {
    const token = [headers.authorization ?? ''];
    return callLimit('expired', token, 'One expired token may be sent', this.limits.reads);
  }

  private ofRoute(context: ExecutionContext, caller: readonly string[]): CallLimit[] {
    const atMost = this.reflector.get<number | undefined>(AT_MOST, context.getHandler());
    if (atMost === undefined || this.limits.writes === 0) return [];
    const name = `${context.getClass().name}.${context.getHandler().name}`;
    return callLimit(name, caller, 'One user may call this', Math.min(atMost, this.limits.writes));
  }

  /** The limit includes the signature: a forged one is another link and does not use up the real one. */
  private ofLink({ params, query, method }: FastifyRequest): CallLimit[] {
    const { mediaId = '' } = params as { mediaId?: string };
    const { signature = '' } = query as { signature?: unknown };
    const link = [mediaId, String(signature)];
    const { uploads } = this.limits;
    return CHUNK_METHODS.has(method)
      ? callLimit('pieces', link, 'One link accepts chunks', uploads * CHUNKS_PER_ATTEMPT)
      : callLimit('uploads', link, 'One link may be tried', uploads);
  }
}
