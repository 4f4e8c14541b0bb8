import { itemId } from '../ids.js';
import { seededRandom } from '../random.js';
import { drawCurve } from '../videos/growth-curve.js';
import type { Video } from '../videos/video.js';
import type { World } from '../world.js';
import type { Publication } from './publication.js';

/** Puts the post on the profile, not yet visible to the API. */
export function putOnProfile(world: World, publication: Publication): Video {
  // Two posts of one millisecond would hide each other behind the list's cursor.
  const newest = world.videos.newest(publication.username)?.createdAt ?? 0;
  const createdAt = Math.max(world.clock.now(), newest + 1);
  const id = itemId(createdAt);
  const video: Video = {
    id,
    username: publication.username,
    caption: publication.caption,
    createdAt,
    durationSeconds: publication.kind === 'video' ? 15 : 0,
    width: 1080,
    height: 1920,
    curve: drawCurve(seededRandom(`${world.settings.seed}/curve/${id}`)),
    public: false,
  };
  world.videos.add(video);
  publication.videoId = id;
  return video;
}

/** After moderation: the post is public and its id visible. */
export function release(world: World, publication: Publication, videoId: string): void {
  world.videos.setPublic(videoId, true);
  publication.inModeration = false;
  publication.postIds.push(videoId);
}
