import { RouteConfig } from '@nestjs/platform-fastify';

/** How the server around the modules treats a route. Without options it takes a JSON body of at most 256 KB. */
export interface HttpOptions {
  /**
   * `bytes`: the handler gets the bytes, up to the same limit. `stream`: the handler reads the body itself, without a limit
   * on its size or its duration. `form`: JSON as usual, and multipart/form-data as a stream.
   */
  body?: 'bytes' | 'stream' | 'form';
  /** Takes a query that is not valid percent-encoded UTF-8 as it is, because a browser brings it from TikTok. */
  anyQuery?: boolean;
  /** A webhook: answered before the framework's guards and interceptors, and logged only if it fails. */
  direct?: boolean;
  /** For load balancers: workers serve the route, too, and its calls are not logged. */
  probe?: boolean;
}

declare module 'fastify' {
  interface FastifyContextConfig extends HttpOptions {}
}

/** Sets a route's options; hooks read them from `request.routeOptions.config`. */
export const HttpOptions = (options: HttpOptions): MethodDecorator => RouteConfig(options);
