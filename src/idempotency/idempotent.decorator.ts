import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

export const IDEMPOTENT_ROUTE = 'idempotent-route';
/** The same in the OpenAPI document. */
export const IDEMPOTENT_OPERATION = 'x-idempotent';

/** Honours the header `Idempotency-Key`: a call that is sent again with its key gets the first one's answer again. */
export const Idempotent = () =>
  applyDecorators(SetMetadata(IDEMPOTENT_ROUTE, true), ApiExtension(IDEMPOTENT_OPERATION, true));
