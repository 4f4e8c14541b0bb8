import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { InvalidInputError } from '../../common/index.js';
import { IntegrationsService } from '../../integrations/index.js';
import { explainError } from '../../tiktok/index.js';
import type { PostRoute } from './publication.entity.js';
import { PostRefusedError } from './post-refused.error.js';
import { routeFor, type RouteChoice, type RoutedPost } from './post-route.js';

/** Which family carries the posts of an account, as its consents are now. */
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
  async foresee(integrationId: string, post: RoutedPost): Promise<PostRoute> {
    const { route, problem } = await this.choose(integrationId, post);
    if (!problem) return route;
    const { field, code, message } = problem;
    throw new InvalidInputError(explainError('connector', code).message, [{ field, message }], code);
  }

  /** For checks beforehand: where every family has a rule against the post, the one whose rule it is. */
  async likely(integrationId: string, post: RoutedPost): Promise<PostRoute> {
    const { route, problem } = await this.choose(integrationId, post);
    if (route) return route;
    return problem?.code === 'privacy_level_always_public' ? 'business' : 'open_api';
  }

  private async choose(integrationId: string, post: RoutedPost): Promise<RouteChoice> {
    const consents = await this.integrations.consents(integrationId);
    return routeFor(post, consents, this.config.tiktok.audited);
  }
}
