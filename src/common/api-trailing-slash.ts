import { ApiExtension } from '@nestjs/swagger';

/** The mark on an operation; the document takes it off again. */
export const TRAILING_SLASH = 'x-trailing-slash';

/** Documents the path with a slash at its end, which Nest leaves out and the router does not mind. */
export function ApiTrailingSlash(): MethodDecorator {
  return ApiExtension(TRAILING_SLASH, true);
}
