/**
 * Converts the OpenAPI 3.0 schemas of @nestjs/swagger to 3.1, which is JSON Schema: `nullable` becomes the type `null`. The
 * default of a request field moves into its description, because client generators make a field with a default required.
 */
export function toJsonSchema<Document>(document: Document): Document {
  return convert(document) as Document;
}

interface Schema {
  type?: string;
  enum?: unknown[];
  oneOf?: unknown[];
  allOf?: unknown[];
  nullable?: boolean;
  properties?: Record<string, Schema>;
  required?: string[];
  default?: unknown;
  description?: string;
}

function convert(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => convert(item));
  if (typeof value !== 'object' || value === null) return value;
  const converted = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, convert(inner)]));
  return withoutNullable(withoutDefaults(converted));
}

function withoutNullable(whole: Schema): object {
  const { nullable, ...schema } = whole;
  // Otherwise it is a field with this name.
  if (typeof nullable !== 'boolean') return whole;
  if (!nullable) return schema;
  const { enum: values } = schema;
  const taken = values && { enum: values.includes(null) ? values : [...values, null] };
  if (typeof schema.type === 'string') return { ...schema, ...taken, type: [schema.type, 'null'] };
  const { allOf = [], oneOf = allOf, ...rest } = schema;
  return { ...rest, oneOf: [...oneOf, { type: 'null' }] };
}

function withoutDefaults(schema: Schema): Schema {
  const { properties, required = [] } = schema;
  if (schema.type !== 'object' || typeof properties !== 'object') return schema;
  const described = Object.entries(properties).map(([name, property]) => [
    name,
    required.includes(name) ? property : describeDefault(property),
  ]);
  return { ...schema, properties: Object.fromEntries(described) as Record<string, Schema> };
}

function describeDefault({ default: value, ...property }: Schema): Schema {
  if (value === undefined) return property;
  const message = `Default: ${JSON.stringify(value)}.`;
  const before = property.description?.replace(/\.$/, '');
  return { ...property, description: before ? `${before}. ${message}` : message };
}
