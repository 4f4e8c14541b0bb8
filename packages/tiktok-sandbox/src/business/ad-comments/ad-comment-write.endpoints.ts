import { findIdentity } from '../advertisers/identity-list.js';
import type { Ad } from '../ads/ad-objects.js';
import { isTooSimilar } from '../accounts/similar-comments.js';
import type { AdvertiserCall } from '../wire/business-call.js';
import { invalidParam, noPermission, notFound } from '../wire/business-error.js';
import { advertiserEndpoint, type BusinessEndpoint } from '../wire/endpoint.js';
import { timeText } from '../wire/time-text.js';
import type { AdComment } from './ad-comment.js';
import { addAdComment, deleteComment, findComment, setStatus } from './ad-comments.js';
import { adItemId, creatorsPost, isUpgraded } from './ad-item.js';

const IDENTITY_TYPES = ['CUSTOMIZED_USER', 'TT_USER'] as const;

/** Replies to an original comment; there is no idempotency key. */
const post = advertiserEndpoint({
  method: 'POST',
  path: '/comment/post/',
  handle(call) {
    const { params, settings, world } = call;
    params.requireOneOf('comment_type', ['REPLY']);
    const text = params.requireText('text', { max: settings.commentMaxLength });
    const { ad, comment, username } = readTarget(call);
    if (!settings.adCommentManageScope)
      throw noPermission('identity_id: The identity has not granted the management of comments.');
    if (comment.parentId !== null)
      throw invalidParam('comment_id: Only original comments can be replied to.');
    const limited = isTooSimilar(world, settings, { username, text });
    const reply = addAdComment(world, ad, { username, text, parentId: comment.id, byIdentity: true });
    // Only the owner of a creator's post has a list in which it is missing.
    if (limited && creatorsPost(ad) !== undefined)
      call.tables.commentMarks.add({ id: reply.id, liked: false, imageUri: null, limited });
    return {
      comment_id: reply.id,
      tiktok_item_id: reply.itemId,
      text,
      create_time: timeText(reply.createdAt),
      reply_to_comment_id: comment.id,
    };
  },
});

const statusUpdate = advertiserEndpoint({
  method: 'POST',
  path: '/comment/status/update/',
  handle({ params, world, advertiser }) {
    const status = params.requireOneOf('operation', ['HIDDEN', 'PUBLIC']);
    const comments = params.requireTexts('comment_ids').map((id) => {
      const found = findComment(world, advertiser.id, id);
      if (!found) throw notFound(`comment_ids: Comment ${id} does not exist.`);
      return found.comment;
    });
    for (const comment of comments) setStatus(world, comment, status);
    return {};
  },
});

/** Only what the identity of the ad wrote itself. */
const remove = advertiserEndpoint({
  method: 'POST',
  path: '/comment/delete/',
  handle(call) {
    const { comment } = readTarget(call);
    if (!comment.byIdentity) throw noPermission('comment_id: Only own comments can be deleted.');
    deleteComment(call.world, comment);
    return {};
  },
});

/** The comment, its ad, and the identity that acts, which must be the one of the ad. */
function readTarget(call: AdvertiserCall): { ad: Ad; comment: AdComment; username: string } {
  const { params, world, tables, advertiser } = call;
  const type = params.requireOneOf('identity_type', IDENTITY_TYPES);
  const identityId = params.requireText('identity_id');
  const itemId = params.requireText('tiktok_item_id');
  const id = params.requireText('comment_id');
  const adId = params.requireText('ad_id');
  const ad = tables.ads.getOf(advertiser.id, adId);
  if (!ad) throw notFound(`ad_id: Ad ${adId} does not exist.`);
  if (isUpgraded(ad)) throw invalidParam('ad_id: Upgraded Smart+ ads are not supported.');
  if (adItemId(ad) !== itemId) throw invalidParam(`tiktok_item_id: Ad ${adId} does not show post ${itemId}.`);
  const identity = findIdentity(world, advertiser.id, identityId);
  if (!identity || ad.fields['identity_id'] !== identityId || ad.fields['identity_type'] !== type)
    throw noPermission(`identity_id: Identity ${identityId} may not act for ad ${adId}.`);
  const comment = findComment(world, advertiser.id, id)?.comment;
  if (!comment || comment.itemId !== itemId) throw notFound(`comment_id: Comment ${id} does not exist.`);
  return { ad, comment, username: identity.username ?? identity.displayName };
}

export const AD_COMMENT_WRITE_ENDPOINTS: readonly BusinessEndpoint[] = [post, statusUpdate, remove];
