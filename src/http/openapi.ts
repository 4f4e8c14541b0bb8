import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, getSchemaPath, type OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { PUBLIC_OPERATION } from '../auth/index.js';
import { Problem, TRAILING_SLASH } from '../common/index.js';
import { describeHeaders, HEADER_COMPONENTS } from './openapi-headers.js';
import { CallLimits } from './limits/call-limits.js';
import { limitDocs } from './limits/limited-docs.js';
import { LimitedCalls } from './limits/limited-calls.js';

const DESCRIPTION = `Connects TikTok accounts, publishes videos, syncs engagement and takes webhooks.

Send the headers \`Authorization: Bearer <jwt>\` and \`orgid\`; \`npm run --silent token -- --org <id>\` prints a token for
development. Errors are RFC 9457 problems with a \`code\`, a \`detail\` for people and, for bad input, each field's complaint.
Lists take \`?limit=&cursor=\` and answer \`{items, nextCursor?}\`.

Each user may make so many calls a minute in an organisation; \`RateLimit-*\` headers tell how many are left, and 429
\`too_many_requests\` comes with \`Retry-After\`. To send a call again without doing its work twice, give it an
\`Idempotency-Key\`: the answer is then the first one's, with \`Idempotency-Replayed: true\`, for 24 hours.`;

const DOCS = 'api/docs';

/** With the marks that `@Public()` and `@ApiTrailingSlash()` leave. */
type Operation = NonNullable<OpenAPIObject['paths'][string]['get']> & {
  [PUBLIC_OPERATION]?: boolean;
  [TRAILING_SLASH]?: boolean;
};

const ORGID: NonNullable<Operation['parameters']>[number] = {
  name: 'orgid',
  in: 'header',
  required: true,
  schema: { type: 'string' },
  description: 'the organisation you act for',
};

/** The document of the whole API. */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const base = new DocumentBuilder()
    .setTitle('TikTok connector')
    .setDescription(DESCRIPTION)
    .setVersion('0.1.0')
    .addBearerAuth()
    .build();
  const document = SwaggerModule.createDocument(app, base, { extraModels: [Problem] });
  document.components = { ...document.components, headers: HEADER_COMPONENTS };
  for (const [path, item] of Object.entries(document.paths)) {
    for (const operation of operationsOf(item)) {
      operation.responses.default = problemResponse();
      describeHeaders(operation, operation[PUBLIC_OPERATION] === true, problemResponse);
      tellCaller(operation);
    }
    if (operationsOf(item).some(takeSlashMark)) {
      delete document.paths[path];
      document.paths[`${path}/`] = item;
    }
  }
  return document;
}

function operationsOf(item: OpenAPIObject['paths'][string]): Operation[] {
  const { get, head, post, put, patch, delete: remove } = item;
  return [get, head, post, put, patch, remove].filter((operation) => operation !== undefined);
}

function takeSlashMark(operation: Operation): boolean {
  const marked = operation[TRAILING_SLASH] === true;
  delete operation[TRAILING_SLASH];
  return marked;
}

/** What is not marked public asks who calls, and for whom. */
function tellCaller(operation: Operation): void {
  if (operation[PUBLIC_OPERATION]) {
    delete operation[PUBLIC_OPERATION];
    return;
  }
  operation.security = [{ bearer: [] }];
  operation.parameters = [ORGID, ...(operation.parameters ?? [])];
}

/** Serves the document at /api/openapi.json and a page to try it at /api/docs. */
export function serveOpenApi(app: NestFastifyApplication): void {
  limitDocs(app.getHttpAdapter().getInstance(), app.get(CallLimits), app.get(LimitedCalls));
  SwaggerModule.setup(DOCS, app, () => openApiDocument(app), { jsonDocumentUrl: 'api/openapi.json' });
}

/** Leads from the bare address, which is what a start prints, to the page. */
export function leadToDocs(fastify: FastifyInstance): void {
  fastify.get('/', (_request, reply) => reply.redirect(`/${DOCS}`, 302));
}

function problemResponse(description = 'What went wrong, as an RFC 9457 problem') {
  return {
    description,
    content: { 'application/problem+json': { schema: { $ref: getSchemaPath(Problem) } } },
  };
}
