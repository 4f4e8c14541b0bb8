import { addComment, removeComment } from '../../comments/add-comment.js';
import type { Comment } from '../../comments/comment.js';
import { itemId } from '../../ids.js';
import type { World } from '../../world.js';
import type { Ad } from '../ads/ad-objects.js';
import type { AdComment } from './ad-comment.js';
import { adItemId, creatorsPost } from './ad-item.js';

/** All comments under the post of an ad. */
export function commentsOf(world: World, ad: Ad): AdComment[] {
  const post = creatorsPost(ad);
  if (post !== undefined) return world.comments.of(post).map((comment) => underPost(ad, comment));
  return world.business.tables.adComments.of(ad.advertiserId).filter(({ adId }) => adId === ad.id);
}

/** A comment under an ad of the advertiser, with the first ad that shows its post. */
export function findComment(
  world: World,
  advertiserId: string,
  id: string,
): { ad: Ad; comment: AdComment } | undefined {
  const { ads, adComments } = world.business.tables;
  const own = adComments.getOf(advertiserId, id);
  const comment = own ? undefined : world.comments.get(id);
  const ad = ads
    .of(advertiserId)
    .find((one) => (own ? one.id === own.adId : comment && creatorsPost(one) === comment.videoId));
  if (!ad) return undefined;
  if (own) return { ad, comment: own };
  return comment && { ad, comment: underPost(ad, comment) };
}

/** Adds a comment under an ad; one with a blocked word is hidden. */
export function addAdComment(
  world: World,
  ad: Ad,
  input: Pick<AdComment, 'username' | 'text' | 'parentId' | 'byIdentity'> & { readonly likes?: number },
): AdComment {
  const post = creatorsPost(ad);
  const video = post === undefined ? undefined : world.videos.get(post);
  const { username, text, parentId } = input;
  if (video) return underPost(ad, addComment(world, video, { username, text, parentId }));
  const now = world.clock.now();
  return world.business.tables.adComments.add({
    likes: 0,
    ...input,
    id: itemId(now),
    advertiserId: ad.advertiserId,
    adId: ad.id,
    itemId: adItemId(ad),
    createdAt: now,
    status: hitsBlockedWord(world, ad.advertiserId, input.text) ? 'HIDDEN' : 'PUBLIC',
  });
}

export function setStatus(world: World, { id, advertiserId }: AdComment, status: Comment['status']): void {
  const own = world.business.tables.adComments.getOf(advertiserId, id);
  if (own) own.status = status;
  else world.comments.change(id, { status });
}

/** Deletes a comment with its replies. */
export function deleteComment(world: World, { id, advertiserId }: AdComment): void {
  const { adComments } = world.business.tables;
  if (!adComments.getOf(advertiserId, id)) {
    removeComment(world, id);
    return;
  }
  for (const reply of adComments.of(advertiserId)) if (reply.parentId === id) adComments.delete(reply.id);
  adComments.delete(id);
}

export function hitsBlockedWord(world: World, advertiserId: string, text: string): boolean {
  const words = world.business.tables.blockedWords.of(advertiserId);
  return words.some(({ word }) => text.toLowerCase().includes(word.toLowerCase()));
}

function underPost(ad: Ad, comment: Comment): AdComment {
  return {
    id: comment.id,
    advertiserId: ad.advertiserId,
    adId: ad.id,
    itemId: comment.videoId,
    parentId: comment.parentId,
    username: comment.username,
    text: comment.text,
    createdAt: comment.createdAt,
    likes: comment.likes,
    byIdentity: comment.byOwner,
    status: comment.status,
  };
}
