import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

export const IDEMPOTENT_ROUTE = 'idempotent-route';
/** The OpenAPI extension of the same. */
export const IDEMPOTENT_OPERATION = 'x-idempotent';

/** Honours the header `Idempotency-Key`: a repeated request with the same key gets the first response again. */
export const Idempotent = () =>
  applyDecorators(SetMetadata(IDEMPOTENT_ROUTE, true), ApiExtension(IDEMPOTENT_OPERATION, true));
