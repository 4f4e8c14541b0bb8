import { getSchemaPath } from '@nestjs/swagger';

/**
 * Options of `@ApiProperty` for an object or null. The class must be documented elsewhere, or by `@ApiExtraModels`.
 * `type` with `nullable` is not enough, because a reference cannot be null.
 */
export function orNull(model: Parameters<typeof getSchemaPath>[0]) {
  return { oneOf: [{ $ref: getSchemaPath(model) }, { type: 'null' }] };
}
