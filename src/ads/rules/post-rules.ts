import { when } from './complaint.js';
import { postKey } from './rule-context.js';
import type { AdRule } from './site.js';

/** Checks that the ad account may advertise the post of an ad (Spark), also when the ad starts. */
export const postRules: AdRule = ({ ad, adAt, context, schedule }) => {
  const { postId } = ad.creative;
  if (postId === undefined) return [];
  const { identity } = ad;
  const post = context.account?.posts?.get(postKey(postId, identity));
  const field = adAt('creative.postId');
  if (post === null && identity.type !== 'AUTH_CODE')
    return when(
      // An identity that the account does not have is a complaint of its own.
      context.account?.identities?.some(({ id, type }) => id === identity.id && type === identity.type) ??
        true,
      field,
      'post_not_of_identity',
      `The identity ${identity.id} has no post ${postId} that ads may show. GET /api/ads/spark-posts/own lists its posts.`,
    );
  const starts = Math.max(Date.parse(schedule.start) || 0, context.now.getTime());
  const endsBefore = post?.until && post.until.getTime() <= starts;
  return [
    ...when(
      post === null,
      field,
      'post_not_authorized',
      `The creator has not authorised the post ${postId} for this ad account. Ask for a code, and send it with POST ` +
        '/api/ads/spark-posts.',
    ),
    ...when(
      post?.ended ?? endsBefore,
      field,
      'post_authorization_ended',
      `The authorisation of the post ${postId} ${endText(post?.ended ?? null, post?.until ?? null)}. Ask the creator for a new ` +
        'code, and send it with POST /api/ads/spark-posts.',
    ),
  ];
};

function endText(ended: string | null, until: Date | null): string {
  if (ended === 'CANCELED') return 'was withdrawn';
  if (ended !== null || until === null) return 'has ended';
  return `ends before the ads start, at ${until.toISOString()}`;
}
