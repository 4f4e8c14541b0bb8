import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { queryOf } from '../open-api/api-call.js';
import { html } from '../page/html.js';
import type { World } from '../world.js';
import { isValidSignature } from './signed-url.js';

/** Serves cover and avatar URLs: drawn, not stored; 403 once the URL has expired. */
export function mediaRoutes(app: FastifyInstance, world: World): void {
  app.get<{ Params: { file: string } }>('/media/cover/:file', (request, reply) => {
    const video = world.videos.get(request.params.file.replace(/\.svg$/, ''));
    return send(world, request, reply, video && picture(video.id, titleOf(video.caption), 270, 480));
  });
  app.get<{ Params: { size: string; file: string } }>('/media/avatar/:size/:file', (request, reply) => {
    const account = world.accounts.get(request.params.file.replace(/\.svg$/, ''));
    const side = { '100': 100, medium: 168, large: 720 }[request.params.size] ?? 168;
    // By code point, because charAt would cut an emoji in half.
    const [letter = ''] = account?.displayName ?? '';
    const label = { text: letter, size: side / 2 };
    return send(world, request, reply, account && picture(account.username, label, side, side));
  });
}

function send(
  world: World,
  request: FastifyRequest,
  reply: FastifyReply,
  svg: string | undefined,
): FastifyReply {
  const query = queryOf(request.url);
  const path = request.url.split('?')[0] ?? '';
  const expires = Number(query.get('x-expires'));
  if (!isValidSignature(path, expires, query.get('x-signature') ?? '', world.clock.seconds()))
    return reply.status(403).type('text/plain').send('Access Denied');
  if (svg === undefined) return reply.status(404).type('text/plain').send('Not Found');
  return reply.type('image/svg+xml').send(svg);
}

function titleOf(caption: string): Label {
  return { text: [...caption].slice(0, 24).join(''), size: 17 };
}

interface Label {
  text: string;
  /** Height of the letters in pixels. */
  size: number;
}

function picture(name: string, label: Label, width: number, height: number): string {
  let hue = 0;
  for (const character of name) hue = (hue * 31 + character.charCodeAt(0)) % 360;
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="hsl(${hue} 60% 45%)" />
    <text
      x="50%"
      y="50%"
      text-anchor="middle"
      dominant-baseline="central"
      fill="white"
      font-family="sans-serif"
      font-size="${label.size}"
    >
      ${label.text}
    </text>
  </svg>`.text;
}
