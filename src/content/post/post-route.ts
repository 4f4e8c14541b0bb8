import type { ConsentRef, ConsentRefs } from '../../integrations/index.js';
import type { Publication, PostRoute } from './publication.entity.js';

/** What the choice of a route depends on. */
export type RoutedPost = Pick<Publication, 'kind' | 'mode' | 'privacyLevel' | 'options'>;

/** Why a post cannot go by a family that the account has consented to. */
export interface RouteProblem {
  /** Of the request that asked for it. */
  field: 'privacyLevel' | 'music';
  /** In the error catalogue. */
  code: string;
  message: string;
}

export type RouteChoice =
  | { route: PostRoute; problem?: undefined }
  /** Every family that could post has a rule against it. */
  | { route?: undefined; problem: RouteProblem };

/**
 * Which family carries a post: the open API wherever it can, else the Business API. Pure. Where neither has been consented
 * to, the open API is named: it is the usual one, and says best what is missing.
 */
export function routeFor(post: RoutedPost, { login, account }: ConsentRefs, audited: boolean): RouteChoice {
  const families = [
    ...(may(post, login) ? [{ route: 'open_api' as const, problem: openApiProblem(post, audited) }] : []),
    ...(may(post, account) ? [{ route: 'business' as const, problem: businessProblem(post) }] : []),
  ];
  const free = families.find(({ problem }) => problem === undefined);
  const [problem] = families.flatMap((family) => family.problem ?? []);
  if (free || !problem) return { route: free?.route ?? 'open_api' };
  return { problem };
}

function may({ mode }: RoutedPost, consent: ConsentRef | undefined): boolean {
  const scope = mode === 'draft' ? 'video.upload' : 'video.publish';
  return consent !== undefined && consent.works && consent.scopes.includes(scope);
}

function openApiProblem(post: RoutedPost, audited: boolean): RouteProblem | undefined {
  if (post.mode === 'draft') return undefined;
  if (post.options.music) {
    return {
      field: 'music',
      code: 'music_needs_business_account',
      message:
        'is possible only through the Business API, and the account has not consented to publishing there: leave it out',
    };
  }
  if (audited || post.privacyLevel === 'SELF_ONLY') return undefined;
  return {
    field: 'privacyLevel',
    code: 'unaudited_client_can_only_post_to_private_accounts',
    message: 'must be SELF_ONLY until TikTok has audited the app (TIKTOK_APP_AUDITED)',
  };
}

function businessProblem({ kind, mode, privacyLevel }: RoutedPost): RouteProblem | undefined {
  if (mode === 'draft' || kind === 'photo' || privacyLevel === 'PUBLIC_TO_EVERYONE') return undefined;
  return {
    field: 'privacyLevel',
    code: 'privacy_level_always_public',
    message:
      'must be PUBLIC_TO_EVERYONE: this account publishes through the Business API, whose videos everybody can see',
  };
}
