import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import staticFiles from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { toProblem } from '../../common/index.js';
import type { AppConfig } from '../../config/index.js';

const PACKAGE = 'tiktok-connector-admin/package.json';
const START_PAGE = 'index.html';
// The build gives these files names that change with their content.
const ASSET = /^assets\//;
const YEAR = '365d';
const NOT_BUILT = {
  status: 404,
  code: 'admin_ui_not_built',
  message: 'The admin UI is not built yet. Run `npm run build`, then reload the page.',
};

/** Serves the admin UI at /admin. Every address below it that is no file is a page of the UI. */
export async function serveAdminUi(
  fastify: FastifyInstance,
  { adminUi }: Pick<AppConfig, 'adminUi'>,
): Promise<void> {
  const root = folder();
  if (!adminUi.enabled || root === undefined) return;
  await fastify.register(staticFiles, { root, serve: false, preCompressed: true });
  const { loginUrl, embedOrigins } = adminUi;
  fastify.get('/admin/config.json', async () => ({ loginUrl, embedOrigins }));
  fastify.get('/admin', async (_request, reply) => await page(reply, root));
  fastify.get('/admin/*', async (request: FastifyRequest<{ Params: { '*': string } }>, reply) => {
    const name = request.params['*'];
    // A page must not arrive where a script of an older build is missing.
    return ASSET.test(name)
      ? await reply.sendFile(name, { maxAge: YEAR, immutable: true })
      : await (name === 'icon.svg' ? reply.sendFile(name, { maxAge: '1d' }) : page(reply, root));
  });
}

async function page(reply: FastifyReply, root: string): Promise<FastifyReply> {
  if (existsSync(path.join(root, START_PAGE)))
    return await reply.sendFile(START_PAGE, { cacheControl: false });
  return await reply
    .status(404)
    .type('application/problem+json')
    .send(toProblem(NOT_BUILT, reply.request.id));
}

/** The folder of the built UI; undefined where the package is not installed. */
function folder(): string | undefined {
  try {
    return path.join(path.dirname(createRequire(import.meta.url).resolve(PACKAGE)), 'dist');
  } catch {
    return undefined;
  }
}
