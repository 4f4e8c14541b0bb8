import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import jwt from 'jsonwebtoken';
import { ExtractJwt } from 'passport-jwt';
import { UnauthenticatedError, UnavailableError } from '../common/index.js';
import { PUBLIC_ROUTE, type AuthenticatedRequest } from './decorators.js';
import { ExpiredTokenError } from './expired-token.error.js';
import { VerifiedTokenCache } from './verified-token-cache.js';

const { NotBeforeError, TokenExpiredError } = jwt;
// The same extractor as in the strategy.
const bearerToken = ExtractJwt.fromAuthHeaderAsBearerToken();

/** Requires a valid token on every route that is not public. */
@Injectable()
export class JwtGuard extends AuthGuard('jwt') {
  private readonly verified = new VerifiedTokenCache();

  constructor(private readonly reflector: Reflector) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC_ROUTE, targets)) return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const token = bearerToken(request.raw);
    const known = token === null ? undefined : this.verified.find(token);
    if (known) {
      request.user = known;
      return true;
    }
    const admitted = Boolean(await super.canActivate(context));
    if (admitted && token !== null) this.verified.keep(token, request.user);
    return admitted;
  }

  override handleRequest<Caller>(
    error: unknown,
    caller: Caller | false,
    info: unknown,
    context: ExecutionContext,
  ): Caller {
    if (info instanceof UnavailableError) {
      const { log } = context.switchToHttp().getRequest<FastifyRequest>();
      log.error({ err: info.cause }, 'the identity provider at JWT_JWKS_URL is unavailable');
      throw info;
    }
    if (!error && caller) return caller;
    if (info instanceof TokenExpiredError) throw new ExpiredTokenError();
    throw new UnauthenticatedError('invalid_token', reasonOf(info), { cause: error });
  }
}

function reasonOf(info: unknown): string {
  if (info instanceof UnauthenticatedError) return info.message;
  const reason = info instanceof Error ? info.message : '';
  if (reason === 'No auth token') return 'Send a JWT in the header "Authorization: Bearer <token>".';
  if (info instanceof NotBeforeError) return 'The token is not valid yet: its "nbf" is in the future.';
  return 'The token is not valid. Check its signature, algorithm, issuer and audience, and the claims sub, orgs, role, exp and iat.';
}
