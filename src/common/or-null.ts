import { getSchemaPath } from '@nestjs/swagger';

/**
 * For `@ApiProperty`: an object of a class that the document knows from elsewhere (or by `@ApiExtraModels`), or null.
 * `type` with `nullable` would describe objects only: a reference takes no null.
 */
export function orNull(model: Parameters<typeof getSchemaPath>[0]) {
  return { oneOf: [{ $ref: getSchemaPath(model) }, { type: 'null' }] };
}
