import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ForbiddenError, InvalidInputError } from '../common/index.js';
import { includes, type Role } from './caller.js';
import { NEEDED_ROLE, PUBLIC_ROUTE, type AuthenticatedRequest } from './decorators.js';

/** The `orgid` header must name one of the caller's organisations: refused otherwise, never replaced by another. */
@Injectable()
export class OrganisationGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC_ROUTE, targets)) return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const header = request.headers.orgid;
    if (typeof header !== 'string' || header.trim() === '') {
      const message = 'is missing: name the organisation you act for';
      throw new InvalidInputError(
        'The header orgid is missing.',
        [{ field: 'orgid', message }],
        'orgid_missing',
      );
    }
    if (!request.user.organisationIds.includes(header)) {
      throw new ForbiddenError(
        'foreign_organisation',
        'The token does not belong to the organisation in the header orgid.',
      );
    }
    const needed = this.reflector.getAllAndOverride<Role>(NEEDED_ROLE, targets) ?? 'viewer';
    if (!includes(request.user.role, needed)) {
      throw new ForbiddenError(
        'role_missing',
        `This needs the role ${needed}; the token has ${request.user.role}.`,
      );
    }
    request.organisationId = header;
    return true;
  }
}
