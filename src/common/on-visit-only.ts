import {
  applyDecorators,
  Catch,
  UseFilters,
  UseInterceptors,
  type ArgumentsHost,
  type CallHandler,
  type ExceptionFilter,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { ApiNoContentResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';

/**
 * For a GET route that does something: it is done for a browser that goes there, and for nothing else. A HEAD request, a
 * prefetch and a page that embeds the address get 204 without an effect. No cache keeps the answer, and the next page
 * does not learn the address, which holds a code or a signature.
 */
export function OnVisitOnly(): ClassDecorator & MethodDecorator {
  return applyDecorators(
    UseInterceptors(new VisitInterceptor()),
    UseFilters(new NoVisitFilter()),
    ApiNoContentResponse({ description: 'A prefetch or an embedded request: nothing was done. No body.' }),
  );
}

class VisitInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    void reply.headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    if (!isVisit(http.getRequest<FastifyRequest>())) throw new NoVisit();
    return next.handle();
  }
}

/** Ends a request before its handler, whichever way that would answer. */
class NoVisit extends Error {}

@Catch(NoVisit)
class NoVisitFilter implements ExceptionFilter {
  catch(_noVisit: NoVisit, host: ArgumentsHost): void {
    void host.switchToHttp().getResponse<FastifyReply>().status(204).send();
  }
}

// Where a browser shows the answer as a page; `empty` is also what a service worker says that passes a visit on.
const PAGES = new Set(['document', 'iframe', 'frame', 'fencedframe', 'empty']);
// "prefetch", "prefetch;prerender", and in Safari "preview".
const AHEAD = /\b(prefetch|prerender|preview)\b/i;

/** Whether a browser goes to the address now, and does not merely look at it ahead of time. */
export function isVisit({ method, headers }: Pick<FastifyRequest, 'method' | 'headers'>): boolean {
  if (method === 'HEAD') return false;
  const purposes = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].map((name) =>
    String(headers[name] ?? ''),
  );
  if (purposes.some((purpose) => AHEAD.test(purpose))) return false;
  const destination = headers['sec-fetch-dest'];
  return typeof destination !== 'string' || PAGES.has(destination);
}
