import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { InvalidInputError } from '../../common/index.js';
import { IntegrationsService, type LoadedIntegration } from '../../integrations/index.js';
import { explainError } from '../../tiktok/index.js';
import type { PostRoute } from './publication.entity.js';
import { PostRefusedError } from './post-refused.error.js';
import { routeFor, type RouteChoice, type RoutedPost } from './post-route.js';

/** An account that was loaded, or its id. */
type PostingAccount = string | Pick<LoadedIntegration, 'consents'>;

/** Chooses which family carries the posts of an account, from its consents. */
@Injectable()
export class PostRoutes {
  constructor(
    private readonly config: AppConfig,
    private readonly integrations: IntegrationsService,
  ) {}

  /** When publishing begins. @throws PostRefusedError */
  async decide(integrationId: string, post: RoutedPost): Promise<PostRoute> {
    const { route, problem } = await this.choose(integrationId, post);
    if (problem) throw new PostRefusedError({ code: problem.code });
    return route;
  }

  /**
   * While a person can still choose otherwise.
   * @returns the route as it looks now
   * @throws InvalidInputError naming the field and the fix
   */
  async foresee(integration: PostingAccount, post: RoutedPost): Promise<PostRoute> {
    const { route, problem } = await this.choose(integration, post);
    if (!problem) return route;
    const { field, code, message } = problem;
    throw new InvalidInputError(explainError('connector', code).message, [{ field, message }], code);
  }

  /** For checks beforehand: where every family has a rule against the post, the one whose rule it is. */
  async likely(integration: PostingAccount, post: RoutedPost): Promise<PostRoute> {
    const { route, problem } = await this.choose(integration, post);
    if (route) return route;
    return problem?.code === 'privacy_level_always_public' ? 'business' : 'open_api';
  }

  private async choose(integration: PostingAccount, post: RoutedPost): Promise<RouteChoice> {
    const { consents } =
      typeof integration === 'string' ? await this.integrations.load(integration) : integration;
    return routeFor(post, consents, this.config.tiktok.audited);
  }
}
