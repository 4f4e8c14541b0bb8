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
 * Protects a GET route that has effects: it runs only when a browser opens the page. HEAD requests, prefetches and embedded
 * requests get 204 without an effect. The response is not cached, and no Referer is sent, because the URL contains a code
 * or a signature.
 */
export function NavigationOnly(): ClassDecorator & MethodDecorator {
  return applyDecorators(
    UseInterceptors(new NavigationInterceptor()),
    UseFilters(new NotNavigationFilter()),
    ApiNoContentResponse({ description: 'Prefetch or embedded request: nothing was done. No body.' }),
  );
}

class NavigationInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    void reply.headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    if (!isNavigation(http.getRequest<FastifyRequest>())) throw new NotNavigation();
    return next.handle();
  }
}

/** Ends a request before its handler runs. */
class NotNavigation extends Error {}

@Catch(NotNavigation)
class NotNavigationFilter implements ExceptionFilter {
  catch(_error: NotNavigation, host: ArgumentsHost): void {
    void host.switchToHttp().getResponse<FastifyReply>().status(204).send();
  }
}

// Destinations that show the response as a page. A service worker that forwards a navigation sends `empty`.
const PAGES = new Set(['document', 'iframe', 'frame', 'fencedframe', 'empty']);
// "prefetch", "prefetch;prerender", and "preview" in Safari.
const PREFETCH = /\b(prefetch|prerender|preview)\b/i;

/** True if a browser is opening the URL now, not prefetching it. */
export function isNavigation({ method, headers }: Pick<FastifyRequest, 'method' | 'headers'>): boolean {
  if (method === 'HEAD') return false;
  const purposes = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].map((name) =>
    String(headers[name] ?? ''),
  );
  if (purposes.some((purpose) => PREFETCH.test(purpose))) return false;
  const destination = headers['sec-fetch-dest'];
  return typeof destination !== 'string' || PAGES.has(destination);
}
