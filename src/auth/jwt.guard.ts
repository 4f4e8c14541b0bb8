import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { UnauthenticatedError, UnavailableError } from '../common/index.js';
import { PUBLIC_ROUTE } from './decorators.js';

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
    if (error || !caller) throw new UnauthenticatedError('invalid_token', reasonOf(info), { cause: error });
    return caller;
  }
}

function reasonOf(info: unknown): string {
  const reason = info instanceof Error ? info.message : '';
  if (reason === 'No auth token') return 'Send a JWT in the header "Authorization: Bearer <token>".';
  if (reason === 'jwt expired') return 'The token has expired: get a new one.';
  return 'The token is not valid here: check its signature, algorithm, issuer, audience and the claims sub, orgs, role, exp.';
}
