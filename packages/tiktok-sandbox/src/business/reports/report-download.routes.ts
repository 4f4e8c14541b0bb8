import type { FastifyInstance } from 'fastify';
import type { World } from '../../world.js';

/** What stands behind a `download_url`: the report's text, for an hour. An XLSX file is a CSV here as well. */
export function reportDownloadRoutes(app: FastifyInstance, world: World): void {
  app.get<{ Params: { name: string } }>('/media/report/:name', (request, reply) => {
    const report = world.business.reportTexts.get(request.params.name);
    if (!report || report.expiresAt <= world.clock.now())
      return reply.status(403).type('text/plain').send('Access Denied');
    return reply.type('text/csv; charset=utf-8').send(report.text);
  });
}
