import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import jwt from 'jsonwebtoken';
import { UnauthenticatedError, UnavailableError } from '../common/index.js';
import { PUBLIC_ROUTE } from './decorators.js';
import { ExpiredTokenError } from './expired-token.error.js';

const { NotBeforeError, TokenExpiredError } = jwt;

/** Every route wants a valid token unless it is marked public. */
@Injectable()
export class JwtGuard extends AuthGuard('jwt') {
  constructor(private readonly reflector: Reflector) {
    super();
  }

  override canActivate(
    context: ExecutionContext,
  ): ReturnType<InstanceType<ReturnType<typeof AuthGuard>>['canActivate']> {
    const isPublic = this.reflector.getAllAndOverride<boolean>(PUBLIC_ROUTE, [
      context.getHandler(),
      context.getClass(),
    ]);
    return isPublic || super.canActivate(context);
  }

  override handleRequest<Caller>(
    error: unknown,
    caller: Caller | false,
    info: unknown,
    context: ExecutionContext,
  ): Caller {
    if (info instanceof UnavailableError) {
      const { log } = context.switchToHttp().getRequest<FastifyRequest>();
      log.error({ err: info.cause }, 'the identity provider does not answer: JWT_JWKS_URL');
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
  if (info instanceof NotBeforeError) return 'The token is not valid yet: its "nbf" lies in the future.';
  return 'The token is not valid here: check its signature, algorithm, issuer, audience and the claims sub, orgs, role, exp.';
}
