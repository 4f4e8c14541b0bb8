import type { OpenAPIObject } from '@nestjs/swagger';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** Describes what callbacks have in common: calls of this service to an address that a user registered. */
export function completeCallbacks({ callbacks = {} }: Operation): void {
  for (const [event, callback] of Object.entries(callbacks)) {
    if ('$ref' in callback) continue;
    for (const { post } of Object.values(callback)) {
      if (!post) continue;
      post.summary = `Receive the event ${event}`;
      // Signatures in headers are no security scheme of OpenAPI.
      post.security = [];
      post.responses['4XX'] = {
        description: 'Any answer other than 2xx: the event is sent again later. 410: nothing more is sent.',
      };
    }
  }
}
