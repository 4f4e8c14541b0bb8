import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../../common/index.js';
import { LimitPolicy } from '../limits/limit-policy.js';
import { limitDocs } from '../limits/limited-docs.js';
import { CallMeter } from '../limits/call-meter.js';
import { DESCRIPTION } from './description.js';
import { describeFormerNames } from './former-names.js';
import { HEADER_COMPONENTS } from './headers.js';
import { toJsonSchema } from './json-schema.js';
import { completeOperation, operationsOf, ORGANISATION_SCHEME, TOKEN_SCHEME } from './operations.js';
import { tags } from './tags.js';

const DOCS = 'api/docs';

/** Generates the OpenAPI 3.1 document of the whole API. */
export function openApiDocument(app: NestFastifyApplication, publicUrl: string): OpenAPIObject {
  const base = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('TikTok connector')
    .setDescription(DESCRIPTION)
    .setVersion('0.1.0')
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addServer(publicUrl)
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, TOKEN_SCHEME)
    .addApiKey(
      { type: 'apiKey', in: 'header', name: 'orgid', description: 'The organisation to act for.' },
      ORGANISATION_SCHEME,
    )
    .build();
  const document = SwaggerModule.createDocument(app, base, {
    extraModels: [Problem],
    // The names of controller methods are public: they are the operation ids. `openapi-lint.spec.ts` keeps them unique.
    operationIdFactory: (_controller, method) => method,
  });
  const schemas = document.components?.schemas ?? {};
  document.components = { ...document.components, headers: HEADER_COMPONENTS };
  delete document.info.contact;
  describeFormerNames(schemas);
  for (const item of Object.values(document.paths))
    for (const operation of operationsOf(item)) completeOperation(operation, schemas);
  return toJsonSchema({ ...document, tags: tags(document.tags ?? []) });
}

type Models = Parameters<(typeof SwaggerModule)['loadPluginMetadata']>[0];

let loading: Promise<void> | undefined;

/** Adds the types and texts to the DTOs. Once per process, since the metadata belongs to the classes. */
export async function loadModels(models: Models): Promise<void> {
  await (loading ??= SwaggerModule.loadPluginMetadata(models));
}

/**
 * Serves the document at /api/openapi.json and a page to try it at /api/docs.
 * @param models the types and texts of the DTOs, from `openapi-metadata.ts`
 */
export async function serveOpenApi(
  app: NestFastifyApplication,
  publicUrl: string,
  models: Models,
): Promise<void> {
  await loadModels(models);
  limitDocs(app.getHttpAdapter().getInstance(), app.get(LimitPolicy), app.get(CallMeter));
  SwaggerModule.setup(DOCS, app, () => openApiDocument(app, publicUrl), {
    jsonDocumentUrl: 'api/openapi.json',
  });
}

/** Redirects the bare address, which the service prints at start-up, to the page. */
export function redirectToDocs(fastify: FastifyInstance): void {
  fastify.get('/', (_request, reply) => reply.redirect(`/${DOCS}`, 302));
}
