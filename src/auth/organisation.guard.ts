import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ForbiddenError, InvalidInputError } from '../common/index.js';
import { includes, type Role } from './caller.js';
import { NEEDED_ROLE, PUBLIC_ROUTE, type AuthenticatedRequest } from './decorators.js';

/** Requires an `orgid` header that names one of the caller's organisations. Never falls back to another one. */
@Injectable()
export class OrganisationGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC_ROUTE, targets)) return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const header = request.headers.orgid;
    if (typeof header !== 'string' || header.trim() === '') {
      const message = 'is missing: send the id of an organisation in your token';
      throw new InvalidInputError(
        'The header orgid is missing. Send the id of an organisation in your token.',
        [{ field: 'orgid', message }],
        'orgid_missing',
      );
    }
    if (!request.user.organisationIds.includes(header)) {
      throw new ForbiddenError(
        'foreign_organisation',
        'Your token does not include the organisation in the header orgid. Use an organisation from its orgs claim.',
      );
    }
    const needed = this.reflector.getAllAndOverride<Role>(NEEDED_ROLE, targets) ?? 'viewer';
    if (!includes(request.user.role, needed)) {
      throw new ForbiddenError(
        'role_missing',
        `This requires the role ${needed}, but your token has ${request.user.role}. Ask an admin for access.`,
      );
    }
    request.organisationId = header;
    return true;
  }
}
