import { createHash, randomUUID } from 'node:crypto';
import { itemId } from '../ids.js';
import type { DeclaredUpload } from '../posting/chunk-rule.js';
import type { Publication } from '../posting/publication.js';
import type { World } from '../world.js';

/** `upload_url` is valid for one hour. Source: reference §5.2. */
const UPLOAD_LIFETIME_MS = 3_600_000;

export const UPLOAD_PATH = '/upload/video/';

/** Opens an upload. @returns its path with id and token in the query, in TikTok's formats */
export function openUpload(world: World, publication: Publication, plan: DeclaredUpload): string {
  const id = itemId(world.clock.now());
  const token = randomUUID();
  const expiresAt = world.clock.now() + UPLOAD_LIFETIME_MS;
  const isHashed = plan.videoSize <= world.settings.hashUploadsUpTo;
  const hash = isHashed ? createHash('sha256') : undefined;
  world.uploads.set(id, { publication, plan, token, expiresAt, hash });
  return `${UPLOAD_PATH}?upload_id=${id}&upload_token=${token}`;
}
