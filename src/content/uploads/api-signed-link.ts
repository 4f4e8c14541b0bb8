import { applyDecorators } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';

const PARTS = {
  org: 'The organisation of the publication.',
  expires: 'When the link expires, in Unix seconds.',
  signature: 'The signature of the link.',
};

/** Documents the query of a signed upload link. Clients use the link exactly as received. */
export function ApiSignedLink(): ClassDecorator & MethodDecorator {
  const parts = Object.entries(PARTS).map(([name, description]) =>
    ApiQuery({ name, description, schema: { type: 'string' } }),
  );
  return applyDecorators(...parts.toReversed());
}
