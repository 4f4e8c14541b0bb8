import type { OpenAPIObject } from '@nestjs/swagger';
import { FORMER_NAMES } from '../../common/index.js';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** Documents the old names of renamed fields as deprecated; `withFormerNames` adds them to the answers. */
export function describeFormerNames(schemas: Schemas): void {
  for (const [schema, names] of Object.entries(FORMER_NAMES)) {
    const model = schemas[schema];
    if (!model || !('properties' in model)) continue;
    for (const [former, name] of Object.entries(names)) {
      const description = `Use \`${name}\`, which has the same value. Version 1.0 removes this field.`;
      model.properties = {
        ...model.properties,
        [former]: { ...model.properties?.[name], deprecated: true, description },
      };
    }
  }
}
