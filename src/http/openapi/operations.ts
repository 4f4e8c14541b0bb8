import { getSchemaPath, type OpenAPIObject } from '@nestjs/swagger';
import { NEEDED_ROLE_OPERATION, PUBLIC_OPERATION, type Role } from '../../auth/index.js';
import { Problem } from '../../common/index.js';
import { completeCallbacks } from './callbacks.js';
import { describeExamples } from './examples.js';
import { describeHeaders } from './headers.js';
import { describePathParameters } from './path-parameters.js';

export const TOKEN_SCHEME = 'token';
export const ORGANISATION_SCHEME = 'organisation';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
const SCHEMAS = '#/components/schemas/';

/** An operation with the extensions that `@Public()` and `@NeedsRole()` add. */
type Operation = NonNullable<OpenAPIObject['paths'][string]['get']> & {
  [PUBLIC_OPERATION]?: boolean;
  [NEEDED_ROLE_OPERATION]?: Role;
};

export function operationsOf(item: OpenAPIObject['paths'][string]): Operation[] {
  const { get, head, post, put, patch, delete: remove } = item;
  return [get, head, post, put, patch, remove].filter((operation) => operation !== undefined);
}

/** Adds what every operation has: its permissions, headers and errors. */
export function completeOperation(operation: Operation, schemas: Schemas): void {
  const isPublic = operation[PUBLIC_OPERATION] === true;
  const callers = isPublic
    ? 'Needs no token.'
    : `Needs the role \`${operation[NEEDED_ROLE_OPERATION] ?? 'viewer'}\` or a higher one.`;
  delete operation[PUBLIC_OPERATION];
  delete operation[NEEDED_ROLE_OPERATION];
  operation.description = [operation.description, callers].filter(Boolean).join('\n\n');
  operation.security = isPublic ? [] : [{ [TOKEN_SCHEME]: [], [ORGANISATION_SCHEME]: [] }];
  operation.responses['4XX'] = problemResponse(
    'The service rejected the request. The problem has the reason and what to do.',
  );
  operation.responses['5XX'] = problemResponse('The service or a dependency failed.');
  describeHeaders(operation, isPublic, problemResponse);
  describePathParameters(operation.parameters);
  completeCallbacks(operation);
  describeExamples(operation);
  if (isOptional(operation.requestBody, schemas))
    delete (operation.requestBody as { required?: boolean }).required;
}

/** A missing body means `{}`, so the body is optional if no field is required. */
function isOptional(body: Operation['requestBody'], schemas: Schemas): boolean {
  if (!body || !('content' in body)) return false;
  const schema = body.content['application/json']?.schema;
  if (!schema || !('$ref' in schema)) return false;
  const model = schemas[schema.$ref.slice(SCHEMAS.length)];
  return model !== undefined && 'type' in model && (model.required ?? []).length === 0;
}

function problemResponse(description: string) {
  return {
    description,
    content: { 'application/problem+json': { schema: { $ref: getSchemaPath(Problem) } } },
  };
}
