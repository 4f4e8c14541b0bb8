import { notifyPostVisibility } from '../business/accounts/post-visibility.js';
import { pull } from '../pulls/pull.js';
import { openApiEvent } from '../webhooks/event-of.js';
import type { World } from '../world.js';
import { putOnProfile, release } from './profile-post.js';
import { isFinal, type Publication, publishType } from './publication.js';

/** A pull that takes longer fails. Source: reference §5.6. */
const LONGEST_PULL_MS = 3_600_000;

const MAX_VIDEO_BYTES = 4_000_000_000;

/** Starts the pull of remote files. Those of `pullHosts` are really fetched once `downloadMs` has passed. */
export function startDownload(world: World, publication: Publication): void {
  const isTooSlow = world.settings.downloadMs > LONGEST_PULL_MS;
  world.clock.after(Math.min(world.settings.downloadMs, LONGEST_PULL_MS), () => {
    if (isFinal(publication)) return;
    if (isTooSlow) return fail(world, publication, `${publication.kind}_pull_failed`);
    const pulling = pull(world, publication, MAX_VIDEO_BYTES);
    if (!pulling) return downloaded(world, publication);
    void pulling.then((reason) => {
      if (isFinal(publication) || world.publications.get(publication.id) !== publication) return;
      world.changes += 1;
      if (reason === null) downloaded(world, publication);
      else fail(world, publication, reason);
    });
  });
}

function downloaded(world: World, publication: Publication): void {
  publication.receivedBytes = publication.totalBytes;
  startProcessing(world, publication);
}

/** Runs after the last byte: after a while the post is complete, in the inbox, or failed. */
export function startProcessing(world: World, publication: Publication): void {
  world.clock.after(world.settings.processingMs, () => {
    if (!isFinal(publication)) finish(world, publication);
  });
}

function finish(world: World, publication: Publication): void {
  const account = world.accounts.get(publication.username);
  const ordered = account?.settings.failPostsWith ?? null;
  if (ordered !== null) return fail(world, publication, ordered);
  if (world.grants.of(publication.username).length === 0) return fail(world, publication, 'auth_removed');
  // TikTok accepts only JPEG and WebP, which it checks after the pull. A photo that is not fetched is judged by its name.
  if (
    publication.kind === 'photo' &&
    publication.pullUrls.some((url) => /\.png$/i.test(new URL(url).pathname))
  )
    return fail(world, publication, 'file_format_check_failed');
  if (publication.mode === 'draft') {
    publication.status = 'SEND_TO_USER_INBOX';
    notify(world, publication, 'post.publish.inbox_delivered');
    return;
  }
  complete(world, publication, publication.privacy === 'PUBLIC_TO_EVERYONE');
}

/** The creator opens the inbox and posts the draft; the same draft may be posted several times. */
export function postDraft(world: World, publication: Publication, isPublic: boolean): void {
  complete(world, publication, isPublic);
}

/** True for a draft in the creator's inbox, whether posted or not. */
export function isPostableDraft({ mode, status }: Publication): boolean {
  return mode === 'draft' && (status === 'SEND_TO_USER_INBOX' || status === 'PUBLISH_COMPLETE');
}

/** @param reason one of the `fail_reason` values of reference §5.9 */
export function fail(world: World, publication: Publication, reason: string): void {
  publication.status = 'FAILED';
  publication.failReason = reason;
  notify(world, publication, 'post.publish.failed', { reason });
}

/** The post exists; a public one is visible, and its id known, only after moderation. */
function complete(world: World, publication: Publication, isPublic: boolean): void {
  const video = putOnProfile(world, publication);
  publication.status = 'PUBLISH_COMPLETE';
  notify(world, publication, 'post.publish.complete');
  if (isPublic) startModeration(world, publication, video.id);
}

function startModeration(world: World, publication: Publication, videoId: string): void {
  publication.inModeration = true;
  world.clock.after(world.settings.moderationMs, () => {
    release(world, publication, videoId);
    notify(world, publication, 'post.publish.publicly_available', { post_id: videoId });
  });
}

/** Resumes a publication of a saved world. An unfinished upload stays unfinished. */
export function resume(world: World, publication: Publication): void {
  if (publication.inModeration && publication.videoId)
    startModeration(world, publication, publication.videoId);
  else if (publication.status === 'PROCESSING_DOWNLOAD') startDownload(world, publication);
  else if (publication.status === 'PROCESSING_UPLOAD' && publication.receivedBytes === publication.totalBytes)
    startProcessing(world, publication);
}

/** Notifies the app that its post became visible to everyone, or is no longer visible. */
export function notifyVisibility(world: World, videoId: string, username: string, isPublic: boolean): void {
  const publication = world.publications.of(username).find((one) => one.postIds.includes(videoId));
  // The misspelling of the second is TikTok's. Source: reference §8.3.
  const event = isPublic ? 'publicly_available' : 'no_longer_publicaly_available';
  if (publication) notify(world, publication, `post.publish.${event}`, { post_id: videoId });
  notifyPostVisibility(world, videoId, username, isPublic);
}

function notify(world: World, publication: Publication, event: string, more: object = {}): void {
  const content = { publish_id: publication.id, publish_type: publishType(publication), ...more };
  world.webhooks.emit(openApiEvent(world, event, publication.username, content));
}
