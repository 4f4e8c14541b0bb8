import { Injectable } from '@nestjs/common';
import { InvalidInputError } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import {
  IntegrationsService,
  type ConsentRef,
  type ConsentRefs,
  type LoadedIntegration,
} from '../../integrations/index.js';
import { explainError } from '../../tiktok/index.js';
import { PostRefusedError } from './post-refused.error.js';
import type { PostRoute, Publication } from './publication.entity.js';

/** The parts of a post that its route depends on. */
export type RoutedPost = Pick<Publication, 'kind' | 'mode' | 'privacyLevel' | 'options'>;

/** Why an API that the account has consented to cannot carry a post. */
export interface RouteProblem {
  /** Of the request that asked for it. */
  field: 'privacyLevel' | 'music';
  /** In the error catalogue. */
  code: string;
  message: string;
}

export type RouteChoice =
  | { route: PostRoute; problem?: undefined }
  /** Every API that could post has a rule against it. */
  | { route?: undefined; problem: RouteProblem };

/** A loaded account, or its id. */
type PostingAccount = string | Pick<LoadedIntegration, 'consents'>;

/** Chooses the API that carries an account's posts, by its current consents. */
@Injectable()
export class RoutingPolicy {
  constructor(
    private readonly config: AppConfig,
    private readonly integrations: IntegrationsService,
  ) {}

  /** Decides when publishing begins. @throws PostRefusedError */
  async decide(integrationId: string, post: RoutedPost): Promise<PostRoute> {
    const { route, problem } = await this.choose(integrationId, post);
    if (problem) throw new PostRefusedError({ code: problem.code });
    return route;
  }

  /**
   * Decides as of now, while a user can still change the post.
   * @throws InvalidInputError naming the field and the fix
   */
  async preview(account: PostingAccount, post: RoutedPost): Promise<PostRoute> {
    const { route, problem } = await this.choose(account, post);
    if (!problem) return route;
    const { field, code, message } = problem;
    throw new InvalidInputError(explainError('connector', code).message, [{ field, message }], code);
  }

  /** Decides for a check. If every API has a rule against the post, returns the API whose rule it is. */
  async likely(account: PostingAccount, post: RoutedPost): Promise<PostRoute> {
    const { route, problem } = await this.choose(account, post);
    if (route) return route;
    return problem?.code === 'privacy_level_always_public' ? 'business' : 'open_api';
  }

  private async choose(account: PostingAccount, post: RoutedPost): Promise<RouteChoice> {
    const { consents } = typeof account === 'string' ? await this.integrations.load(account) : account;
    return routeFor(post, consents, this.config.tiktok.audited);
  }
}

/**
 * The open API wherever it can carry the post, else the Business API. Without a consent to either it is the open API, whose
 * errors explain best what is missing. Pure.
 */
export function routeFor(post: RoutedPost, { login, account }: ConsentRefs, audited: boolean): RouteChoice {
  const apis = [
    ...(canPost(post, login) ? [{ route: 'open_api' as const, problem: openApiProblem(post, audited) }] : []),
    ...(canPost(post, account) ? [{ route: 'business' as const, problem: businessProblem(post) }] : []),
  ];
  const suitable = apis.find(({ problem }) => problem === undefined);
  const [problem] = apis.flatMap((api) => api.problem ?? []);
  if (suitable || !problem) return { route: suitable?.route ?? 'open_api' };
  return { problem };
}

function canPost({ mode }: RoutedPost, consent: ConsentRef | undefined): boolean {
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
        'must be left out: it needs the Business API, and the account has not consented to publishing there',
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
      'must be PUBLIC_TO_EVERYONE: this account publishes through the Business API, where videos are always public',
  };
}
