import { applyDecorators } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';

const PARTS = {
  org: 'The organisation of the publication.',
  expires: 'Unix seconds after which the link is no longer valid.',
  signature: 'Proof that this service made the link.',
};

/** Documents the query of a signed upload link. Callers use the link as it was answered. */
export function ApiSignedLink(): ClassDecorator & MethodDecorator {
  const parts = Object.entries(PARTS).map(([name, description]) =>
    ApiQuery({ name, description, schema: { type: 'string' } }),
  );
  return applyDecorators(...parts.toReversed());
}
