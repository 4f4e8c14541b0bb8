import { itemId } from '../ids.js';
import type { ApiCall } from '../open-api/api-call.js';
import { openUpload } from '../upload/open-upload.js';
import { startDownload } from './lifecycle.js';
import type { Publication } from './publication.js';
import type { VideoSource } from './source-info.js';

/** A post's data at init. */
export type NewPost = Pick<Publication, 'kind' | 'mode' | 'privacy' | 'caption' | 'postInfo'>;

/** A pull has no declared size. TikTok's samples show some bytes, and so does the sandbox. */
const PULLED_BYTES = 10_000_000;

/** Stores the publication and opens its upload, or starts its download. Answers init's `data`. */
export function startPublication(call: ApiCall, post: NewPost, source: VideoSource): object {
  const { world } = call;
  const isUpload = source.source === 'FILE_UPLOAD';
  const publication: Publication = {
    ...post,
    id: publishId(world.clock.now(), post, isUpload),
    username: call.account.username,
    source: source.source,
    pullUrls: source.source === 'FILE_UPLOAD' ? [] : source.urls,
    coverIndex: source.source === 'FILE_UPLOAD' ? null : source.coverIndex,
    createdAt: world.clock.now(),
    totalBytes: source.source === 'FILE_UPLOAD' ? source.upload.videoSize : PULLED_BYTES,
    status: isUpload ? 'PROCESSING_UPLOAD' : 'PROCESSING_DOWNLOAD',
    failReason: null,
    receivedBytes: 0,
    sha256: null,
    chunks: [],
    pulled: [],
    videoId: null,
    inModeration: false,
    postIds: [],
  };
  world.publications.add(publication);
  if (source.source === 'FILE_UPLOAD') {
    const path = openUpload(world, publication, source.upload);
    return { publish_id: publication.id, upload_url: call.origin + path };
  }
  startDownload(world, publication);
  return { publish_id: publication.id };
}

/** The shapes of reference §5.11. */
function publishId(nowMs: number, post: NewPost, isUpload: boolean): string {
  const source = isUpload ? 'file' : 'url';
  if (post.kind === 'photo') return `p_pub_url~v2.${itemId(nowMs)}`;
  if (post.mode === 'draft') return `v_inbox_${source}~v2.${itemId(nowMs)}`;
  return `v_pub_${source}~v2-1.${itemId(nowMs)}`;
}
