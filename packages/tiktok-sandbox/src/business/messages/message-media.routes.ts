import type { FastifyInstance } from 'fastify';
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
    (request, reply) => {
      const token = String(request.headers['x-user'] ?? '');
      const isExpired = Number(request.query['x-expires'] ?? 0) <= world.clock.seconds();
      if (isExpired || !world.business.accountGrants.byAccessToken(token))
        return reply.status(403).type('text/plain').send('Access Denied');
      return reply.type('image/png').send(PIXEL);
    },
  );
}
