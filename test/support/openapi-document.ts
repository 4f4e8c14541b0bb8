export interface DocumentedParameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
}

export interface DocumentedOperation {
  operationId: string;
  summary: string;
  description: string;
  parameters?: DocumentedParameter[];
  requestBody?: { required?: boolean; content: Record<string, { schema: object }> };
  responses: Record<
    string,
    { description: string; headers?: object; content?: Record<string, { schema?: object }> }
  >;
  security: Record<string, string[]>[];
}

/** The document that the service serves at /api/openapi.json, as far as tests look at it. */
export interface ServedDocument {
  openapi: string;
  info: { description: string };
  servers: { url: string }[];
  paths: Record<string, Record<string, DocumentedOperation>>;
  components: {
    schemas: Record<string, { required?: string[]; properties?: Record<string, object> }>;
    headers: object;
    securitySchemes: Record<string, object>;
  };
}

/** @returns every operation, under a name such as `get /api/integrations` */
export function operationsIn({ paths }: ServedDocument): [name: string, operation: DocumentedOperation][] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, DocumentedOperation] => [
      `${method} ${path}`,
      operation,
    ]),
  );
}

/** Calls back for every object in the document, with where it stands. */
export function visitObjects(
  value: unknown,
  seen: (object: Record<string, unknown>, path: string[]) => void,
  path: string[] = [],
): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) seen(value as Record<string, unknown>, path);
  for (const [key, inner] of Object.entries(value)) visitObjects(inner, seen, [...path, key]);
}
