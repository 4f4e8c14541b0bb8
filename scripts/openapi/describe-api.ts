import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { AppModule } from '../../src/app.module.js';
import { parseEnvironment } from '../../src/config/index.js';
import { loadModels, openApiDocument } from '../../src/http/index.js';
import { openApiMetadata } from '../../src/openapi-metadata.js';

const ADDRESS = 'http://127.0.0.1:3000';
// A preview creates no provider, so it uses none of these. The configuration requires them.
const ENVIRONMENT = {
  NODE_ENV: 'test',
  PUBLIC_URL: ADDRESS,
  DATABASE_URL: 'postgres://localhost/preview',
  JWT_SECRET: 'preview'.repeat(8),
  TOKEN_ENCRYPTION_KEYS: `preview:${Buffer.alloc(32, 'preview').toString('base64')}`,
  TIKTOK_CLIENT_KEY: 'preview',
  TIKTOK_CLIENT_SECRET: 'preview',
};

/** Generates the OpenAPI document of the service without starting it. */
export async function describeApi(): Promise<OpenAPIObject> {
  await loadModels(openApiMetadata);
  const module = AppModule.forRoot(parseEnvironment(ENVIRONMENT));
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  return openApiDocument(app, ADDRESS);
}
