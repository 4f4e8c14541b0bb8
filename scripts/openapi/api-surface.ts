interface Schema {
  properties?: Record<string, Schema>;
  enum?: unknown[];
  items?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
}

interface Operation {
  parameters?: { name: string; in: string }[];
  requestBody?: { content: Record<string, { schema?: Schema }> };
  responses: Record<string, { content?: Record<string, { schema?: Schema }> }>;
}

export interface DescribedApi {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

/**
 * Lists what callers may depend on, a line each: routes, parameters, statuses, fields and values of enums.
 * @example ['GET /api/publications', 'GET /api/publications ?status', 'GET /api/publications 200', 'PublicationView.kind = video']
 */
export function apiSurface({ paths, components }: DescribedApi): string[] {
  const lines = new Set<string>();
  for (const [path, item] of Object.entries(paths))
    for (const [method, operation] of Object.entries(item))
      for (const line of operationLines(`${method.toUpperCase()} ${path}`, operation)) lines.add(line);
  for (const [name, schema] of Object.entries(components.schemas))
    for (const line of schemaLines(name, schema)) lines.add(line);
  return [...lines].toSorted();
}

function* operationLines(
  route: string,
  { parameters = [], requestBody, responses }: Operation,
): Iterable<string> {
  yield route;
  for (const { name, in: place } of parameters)
    yield `${route} ${place === 'query' ? '?' : `${place} `}${name}`;
  yield* bodyLines(`${route} body`, requestBody);
  for (const [status, response] of Object.entries(responses)) {
    yield `${route} ${status}`;
    yield* bodyLines(`${route} ${status}`, response);
  }
}

function bodyLines(
  name: string,
  { content = {} }: { content?: Record<string, { schema?: Schema }> } = {},
): string[] {
  return Object.values(content).flatMap(({ schema = {} }) => schemaLines(name, schema).slice(1));
}

function schemaLines(name: string, schema: Schema): string[] {
  const parts = [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  return [
    name,
    ...(schema.enum ?? []).map((value) => `${name} = ${String(value)}`),
    ...Object.entries(schema.properties ?? {}).flatMap(([field, of]) => schemaLines(`${name}.${field}`, of)),
    ...(schema.items ? schemaLines(`${name}[]`, schema.items).slice(1) : []),
    ...parts.flatMap((part) => schemaLines(name, part).slice(1)),
  ];
}

/**
 * Finds what has gone from the API without a word about it.
 * @param changelog its text; a removal is announced by its line, or the start of its line, in backticks
 */
export function unannounced(before: string[], now: string[], changelog: string): string[] {
  const remaining = new Set(now);
  const announced = [...changelog.matchAll(/`([^`\n]+)`/g)].map(([, text = '']) => text);
  return before
    .filter((line) => !remaining.has(line))
    .filter(
      (line) =>
        !announced.some(
          (text) => line === text || line.startsWith(`${text} `) || line.startsWith(`${text}.`),
        ),
    );
}
