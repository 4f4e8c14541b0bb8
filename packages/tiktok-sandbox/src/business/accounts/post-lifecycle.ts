import { itemId } from '../../ids.js';
import { putOnProfile, release } from '../../posting/profile-post.js';
import type { Publication } from '../../posting/publication.js';
import { pull } from '../../pulls/pull.js';
import type { World } from '../../world.js';
import { emitPostEvent } from '../webhooks/account-event.js';
import type { AccountCall } from '../wire/business-call.js';
import type { BusinessPost } from './business-post.js';

/** The data of a post at publish. */
export interface NewPost {
  readonly kind: Publication['kind'];
  readonly isDraft: boolean;
  readonly privacy: Publication['privacy'];
  readonly caption: string;
  readonly postInfo: Publication['postInfo'];
  readonly urls: readonly string[];
  readonly coverIndex: number | null;
}

/** The duration of every video; the sandbox does not inspect files. */
const VIDEO_MS = 15_000;
const PULLED_BYTES = 10_000_000;
const MAX_VIDEO_BYTES = 1_000_000_000;

/** Stores the post and starts its download. @returns its `share_id` */
export function startPost(call: AccountCall, post: NewPost, thumbnailOffsetMs: number): string {
  const { world, account, now } = call;
  const id = `${post.kind === 'photo' ? 'p_pub_url~v2' : 'v_pub_url~v1'}.${itemId(now)}`;
  const publication: Publication = {
    id,
    username: account.username,
    kind: post.kind,
    mode: post.isDraft ? 'draft' : 'direct',
    source: 'PULL_FROM_URL',
    privacy: post.isDraft ? null : post.privacy,
    caption: post.caption,
    postInfo: post.postInfo,
    coverIndex: post.coverIndex,
    pullUrls: post.urls,
    createdAt: now,
    totalBytes: PULLED_BYTES,
    status: 'PROCESSING_DOWNLOAD',
    failReason: null,
    receivedBytes: 0,
    sha256: null,
    chunks: [],
    pulled: [],
    videoId: null,
    inModeration: false,
    postIds: [],
  };
  const failsWith = thumbnailOffsetMs > VIDEO_MS ? 'internal' : null;
  const stored = call.tables.posts.add({ id, username: account.username, publication, failsWith });
  resumePost(world, stored);
  return id;
}

/** Resumes a post from its current state, also after a restart. */
export function resumePost(world: World, post: BusinessPost): void {
  const { publication } = post;
  if (publication.inModeration && publication.videoId !== null)
    startModeration(world, publication, publication.videoId);
  else if (publication.status === 'PROCESSING_DOWNLOAD')
    world.clock.after(world.settings.downloadMs, () => download(world, post));
}

/** Files at `pullHosts` are really fetched. */
function download(world: World, post: BusinessPost): void {
  const { publication } = post;
  const process = () => void world.clock.after(world.settings.processingMs, () => finish(world, post));
  const pulling = publication.status === 'PROCESSING_DOWNLOAD' && pull(world, publication, MAX_VIDEO_BYTES);
  if (!pulling) return process();
  void pulling.then((reason) => {
    if (world.business.tables.posts.get(publication.id) !== post) return;
    world.changes += 1;
    if (reason === null) process();
    else if (publication.status === 'PROCESSING_DOWNLOAD') failPost(world, publication, reason);
  });
}

function finish(world: World, { publication, failsWith }: BusinessPost): void {
  if (publication.status !== 'PROCESSING_DOWNLOAD') return;
  const { username } = publication;
  const ordered = world.accounts.get(username)?.settings.failPostsWith ?? failsWith;
  const isRemoved = world.business.accountGrants.of(username).length === 0;
  const reason = ordered ?? (isRemoved ? 'auth_removed' : null);
  if (reason !== null) return failPost(world, publication, reason);
  publication.receivedBytes = publication.totalBytes;
  if (publication.mode === 'draft') {
    publication.status = 'SEND_TO_USER_INBOX';
    return;
  }
  complete(world, publication, publication.privacy === 'PUBLIC_TO_EVERYONE');
}

/** The creator opens the inbox and posts the draft. */
export function postBusinessDraft(world: World, publication: Publication, isPublic: boolean): void {
  complete(world, publication, isPublic);
}

function complete(world: World, publication: Publication, isPublic: boolean): void {
  const video = putOnProfile(world, publication);
  publication.status = 'PUBLISH_COMPLETE';
  notify(world, publication, 'complete');
  if (isPublic) startModeration(world, publication, video.id);
}

/** @param reason one of the failure reasons of business reference §9.2 */
export function failPost(world: World, publication: Publication, reason: string): void {
  publication.status = 'FAILED';
  publication.failReason = reason;
  notify(world, publication, 'failed', { reason });
}

function startModeration(world: World, publication: Publication, videoId: string): void {
  publication.inModeration = true;
  world.clock.after(world.settings.moderationMs, () => {
    release(world, publication, videoId);
    notify(world, publication, 'publicly_available', { post_id: videoId });
  });
}

function notify(world: World, publication: Publication, what: string, more: object = {}): void {
  const content = { publish_id: publication.id, publish_type: 'DIRECT_PUBLISH', ...more };
  emitPostEvent(world, `post.publish.${what}`, publication.username, content);
}
