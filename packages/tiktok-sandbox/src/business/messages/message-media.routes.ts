import type { FastifyInstance, FastifyReply } from 'fastify';
import type { World } from '../../world.js';

/** One red pixel: the sandbox keeps no pictures. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==',
  'base64',
);

/** What stands behind a `download_url`: for a day, and only with the account's token in `x-user`. */
export function messageMediaRoutes(app: FastifyInstance, world: World): void {
  app.get<{ Params: { id: string }; Querystring: { 'x-expires'?: string } }>(
    '/media/message/:id',
    async (request, reply) => {
      const token = String(request.headers['x-user'] ?? '');
      const isExpired = Number(request.query['x-expires'] ?? 0) <= world.clock.seconds();
      if (isExpired || !world.business.accountGrants.byAccessToken(token))
        return await reply.status(403).type('text/plain').send('Access Denied');
      return await sendMedia(request.params.id, reply);
    },
  );
}

/** Tests name a medium for what shall stand behind it: `page-…` is an HTML page, `bytes-<n>-…` a picture of that many bytes. */
function sendMedia(id: string, reply: FastifyReply): FastifyReply {
  if (id.startsWith('page-')) return reply.type('text/html').send('<!doctype html><title>Sign in</title>');
  const bytes = Number(/^bytes-(\d{1,9})-/.exec(id)?.[1] ?? PIXEL.length);
  return reply
    .type('image/png')
    .send(Buffer.concat([PIXEL, Buffer.alloc(Math.max(bytes - PIXEL.length, 0))]));
}
