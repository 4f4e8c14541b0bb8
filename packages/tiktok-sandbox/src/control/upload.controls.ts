import type { FastifyInstance } from 'fastify';
import type { World } from '../world.js';
import { control, ControlError } from './control-input.js';

/** Controls that show each upload's size, hash and chunks; with `keepUploads` also its bytes. */
export function uploadControls(app: FastifyInstance, world: World): void {
  control(app, 'GET', '/uploads', () => ({
    uploads: world.publications
      .all()
      .filter(({ source }) => source === 'FILE_UPLOAD')
      .map(({ id, username, status, totalBytes, receivedBytes, sha256, chunks }) => ({
        publishId: id,
        username,
        status,
        totalBytes,
        receivedBytes,
        sha256,
        chunks,
      })),
  }));
  app.get<{ Params: { id: string } }>('/__sandbox/uploads/:id', (request, reply) => {
    const kept = world.keptUploads.get(request.params.id);
    if (kept) return reply.type('application/octet-stream').send(Buffer.concat(kept));
    const error = new ControlError('no bytes were kept of that upload; see the switch keepUploads', 404);
    return reply.status(error.status).send({ error: error.message });
  });
}
