import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Observable } from 'rxjs';
import { OrgContext } from '../database/index.js';
import type { AuthenticatedRequest } from './decorators.js';

/** Runs the handler inside the organisation that the guard checked. A guard cannot wrap the handler itself. */
@Injectable()
export class OrganisationInterceptor implements NestInterceptor {
  constructor(private readonly orgContext: OrgContext) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { organisationId } = context.switchToHttp().getRequest<Partial<AuthenticatedRequest>>();
    if (organisationId === undefined) return next.handle();
    const name = `${context.getClass().name}.${context.getHandler().name}`;
    return new Observable((subscriber) =>
      this.orgContext.runCall(organisationId, name, () => next.handle().subscribe(subscriber)),
    );
  }
}
