import type { FastifyInstance } from 'fastify';
import { notifyVisibility } from '../posting/lifecycle.js';
import { videoCounters } from '../videos/video-counters.js';
import type { Video } from '../videos/video.js';
import type { World } from '../world.js';
import { accountIn, control, ControlError, type ControlInput, textIn } from './control-input.js';

const PAGE = 20;

/** Controls for what creators and TikTok's moderators do with videos. */
export function videoControls(app: FastifyInstance, world: World): void {
  control(app, 'GET', '/videos', ({ query }) => {
    const { username } = accountIn(world, { account: query.get('account') ?? undefined });
    const before = Number(query.get('before') ?? Infinity) || Infinity;
    const videos = world.videos.page(username, { before, count: PAGE, publicOnly: false });
    return {
      account: username,
      total: world.videos.countOf(username),
      videos: videos.map((video) => videoView(world, video)),
    };
  });
  control(app, 'POST', '/videos/:id', ({ body, params }) => {
    const video = videoIn(world, { videoId: params['id'] });
    if (typeof body['public'] !== 'boolean') throw new ControlError('public must be true or false');
    if (body['public'] !== video.public) {
      world.videos.setPublic(video.id, body['public']);
      notifyVisibility(world, video.id, video.username, body['public']);
    }
    return { videoId: video.id, public: body['public'] };
  });
  control(app, 'DELETE', '/videos/:id', ({ params }) => {
    const video = videoIn(world, { videoId: params['id'] });
    world.videos.remove(video.id);
    if (video.public) notifyVisibility(world, video.id, video.username, false);
    return { deleted: video.id };
  });
}

function videoView(world: World, video: Video): object {
  const { curve: _curve, ...shown } = video;
  return { ...shown, counters: videoCounters(world, video) };
}

/** The video named by `videoId`; without it, the newest public one of `account`. */
export function videoIn(world: World, body: ControlInput['body']): Video {
  const id = textIn(body, 'videoId');
  const newest = (): Video | undefined =>
    world.videos.page(accountIn(world, body).username, { before: Infinity, count: 1, publicOnly: true })[0];
  const video = id === undefined ? newest() : world.videos.get(id);
  if (!video) throw new ControlError('there is no such video', 404);
  return video;
}
