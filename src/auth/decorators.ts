import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Caller, Role } from './caller.js';

export const PUBLIC_ROUTE = 'public-route';
/** The OpenAPI extension of the same. */
export const PUBLIC_OPERATION = 'x-public';
export const NEEDED_ROLE = 'needed-role';
/** The OpenAPI extension of the same. */
export const NEEDED_ROLE_OPERATION = 'x-role';

/** The route needs no JWT and no orgid. It must authenticate its caller in another way, or have nothing to protect. */
export const Public = () =>
  applyDecorators(SetMetadata(PUBLIC_ROUTE, true), ApiExtension(PUBLIC_OPERATION, true));

/** The lowest role that may call the route; viewer by default. */
export const NeedsRole = (role: Role) =>
  applyDecorators(SetMetadata(NEEDED_ROLE, role), ApiExtension(NEEDED_ROLE_OPERATION, role));

/** A request that has passed the guards. */
export interface AuthenticatedRequest extends FastifyRequest {
  user: Caller;
  organisationId: string;
}

/** The role of the calling user. */
export const CallerRole = createParamDecorator((_: unknown, context: ExecutionContext): Role => {
  return context.switchToHttp().getRequest<AuthenticatedRequest>().user.role;
});

/** When the caller's token expires: a longer response must end by then. */
export const TokenExpiry = createParamDecorator((_: unknown, context: ExecutionContext): Date => {
  return context.switchToHttp().getRequest<AuthenticatedRequest>().user.expiresAt;
});

/** The id of the calling user. */
export const UserId = createParamDecorator((_: unknown, context: ExecutionContext) => {
  return context.switchToHttp().getRequest<AuthenticatedRequest>().user.userId;
});
