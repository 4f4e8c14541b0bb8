import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, getSchemaPath, type OpenAPIObject } from '@nestjs/swagger';
import { Problem } from '../common/index.js';

const DESCRIPTION = `Connects TikTok accounts, publishes videos, syncs engagement and takes webhooks.

Send the headers \`Authorization: Bearer <jwt>\` and \`orgid\`; \`npm run --silent token -- --org <id>\` prints a token for
development. Errors are RFC 9457 problems with a \`code\`, a \`detail\` for people and, for bad input, each field's complaint.
Lists take \`?limit=&cursor=\` and answer \`{items, nextCursor?}\`.`;

/** The document of the whole API. */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const base = new DocumentBuilder()
    .setTitle('TikTok connector')
    .setDescription(DESCRIPTION)
    .setVersion('0.1.0')
    .addBearerAuth()
    .addSecurityRequirements('bearer')
    .addGlobalParameters({
      name: 'orgid',
      in: 'header',
      required: true,
      schema: { type: 'string' },
      description: 'the organisation you act for',
    })
    .build();
  const document = SwaggerModule.createDocument(app, base, { extraModels: [Problem] });
  for (const path of Object.values(document.paths)) {
    for (const operation of [path.get, path.post, path.put, path.delete]) {
      if (operation) operation.responses.default = problemResponse();
    }
  }
  return document;
}

/** Serves the document at /api/openapi.json and a page to try it at /api/docs. */
export function serveOpenApi(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), { jsonDocumentUrl: 'api/openapi.json' });
}

function problemResponse() {
  return {
    description: 'What went wrong, as an RFC 9457 problem',
    content: { 'application/problem+json': { schema: { $ref: getSchemaPath(Problem) } } },
  };
}
