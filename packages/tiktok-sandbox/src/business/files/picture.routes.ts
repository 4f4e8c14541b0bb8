import type { FastifyInstance } from 'fastify';
import { html } from '../../page/html.js';

/** Faces of viewers, identities and the token's owner: drawn, so that an inbox shows no broken images. */
export function pictureRoutes(app: FastifyInstance): void {
  for (const path of ['/media/viewer/:file', '/media/identity/:file', '/media/owner/:file'])
    app.get<{ Params: { file: string } }>(path, (request, reply) =>
      reply.type('image/svg+xml').send(face(request.params.file.replace(/\.svg$/, ''))),
    );
}

function face(name: string): string {
  let hue = 0;
  for (const character of name) hue = (hue * 31 + character.charCodeAt(0)) % 360;
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100">
    <circle cx="50" cy="50" r="50" fill="hsl(${hue} 55% 50%)" />
    <text x="50" y="64" font-size="42" font-family="sans-serif" text-anchor="middle" fill="white">
      ${name.charAt(0).toUpperCase()}
    </text>
  </svg>`.text;
}
