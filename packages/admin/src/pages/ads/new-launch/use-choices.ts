import type { AudienceView, CreativeView, IdentityView } from 'tiktok-connector-client';
import { useAnswer } from '../../../api/queries.js';
import { identityKey } from './launch-body.js';

const MOST = 100;
/** TikTok changes these rarely. */
const FRESH = { staleTime: 5 * 60_000 };

export function usePixels(accountId: string) {
  return useAnswer(
    ['ads', 'pixels', accountId],
    (connector, signal) =>
      connector.GET('/api/ads/tools/pixels', { params: { query: { accountId } }, signal }),
    FRESH,
  );
}

export function useRegions(accountId: string, objective: string | null) {
  const query = { accountId, ...(objective !== null && { objective }) };
  return useAnswer(
    ['ads', 'regions', query],
    (connector, signal) => connector.GET('/api/ads/tools/regions', { params: { query }, signal }),
    FRESH,
  );
}

export function useLanguages(accountId: string) {
  return useAnswer(
    ['ads', 'languages', accountId],
    (connector, signal) =>
      connector.GET('/api/ads/tools/languages', { params: { query: { accountId } }, signal }),
    FRESH,
  );
}

export function useIdentities(accountId: string) {
  return useAnswer(
    ['ads', 'identities', accountId],
    (connector, signal) =>
      connector.GET('/api/ads/tools/identities', { params: { query: { accountId } }, signal }),
    FRESH,
  );
}

export function useCallsToAction(accountId: string) {
  return useAnswer(
    ['ads', 'call-to-actions', accountId],
    (connector, signal) =>
      connector.GET('/api/ads/tools/call-to-actions', { params: { query: { accountId } }, signal }),
    FRESH,
  );
}

/** Audiences that TikTok has matched. */
export function useReadyAudiences(accountId: string): AudienceView[] {
  const { data } = useAnswer(['ads', 'ready-audiences', accountId], (connector, signal) =>
    connector.GET('/api/ads/audiences', { params: { query: { accountId, limit: MOST } }, signal }),
  );
  return (data?.items ?? []).filter(({ status, tiktokId }) => status === 'ready' && tiktokId !== null);
}

/** Videos of the ad account. A launch waits until TikTok has processed one. */
export function useLibrary(accountId: string) {
  return useAnswer(['ads', 'library', accountId], (connector, signal) =>
    connector.GET('/api/ads/creatives', {
      params: {
        query: {
          accountId,
          kind: 'video',
          status: ['receiving', 'uploading', 'processing', 'ready'],
          limit: MOST,
        },
      },
      signal,
    }),
  );
}

/** Published videos of this organisation. */
export function usePublished() {
  return useAnswer(['publications', 'for-ads'], (connector, signal) =>
    connector.GET('/api/publications', {
      params: { query: { kind: 'video', status: ['published', 'public'], limit: MOST } },
      signal,
    }),
  );
}

/** A post that an ad may show, with the identity that comes with it. */
export interface PostChoice {
  postId: string;
  postType: 'VIDEO' | 'CAROUSEL';
  text: string | null;
  name: string | null;
  identity: string;
}

/** Posts of connected accounts, and those that creators have authorised. */
export function usePosts(accountId: string) {
  return useAnswer(['ads', 'posts', accountId], async (connector, signal) => {
    const options = { params: { query: { accountId } }, signal };
    const [own, spark] = await Promise.all([
      connector.GET('/api/ads/spark-posts/own', options),
      connector.GET('/api/ads/spark-posts', {
        params: { query: { accountId, limit: MOST } },
        signal,
      }),
    ]);
    if (!own.data || !spark.data) {
      const { error, response } = own.data ? spark : own;
      return { error, response };
    }
    const authorized = spark.data.items.filter(({ status }) => status === 'authorized');
    return { data: [...own.data.items, ...authorized].flatMap(choiceOf), response: own.response };
  });
}

type Post = {
  postId: string | null;
  itemType: string | null;
  text: string | null;
  identity: { type: string; id: string; name: string | null } | null;
};

function choiceOf({ postId, itemType, text, identity }: Post): PostChoice[] {
  if (postId === null || identity === null) return [];
  const { type, id, name } = identity;
  return [
    {
      postId,
      postType: itemType === 'CAROUSEL' ? 'CAROUSEL' : 'VIDEO',
      text,
      name,
      identity: identityKey({ type: type as 'TT_USER', id }),
    },
  ];
}

/** The identity as a field writes it. */
export function keyOfIdentity({ type, id, businessCenterId }: IdentityView): string {
  return identityKey({ type: type as 'TT_USER', id, ...(businessCenterId !== null && { businessCenterId }) });
}

export function isReady({ status }: CreativeView): boolean {
  return status === 'ready';
}
