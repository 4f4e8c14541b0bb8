import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { IntegrationsService } from '../../integrations/index.js';
import { musicFacts } from './music-facts.js';
import { RoutingPolicy } from '../post/routing-policy.js';
import { CreatorInfoClient } from './creator-info.client.js';
import { creatorInfoView } from './creator-info.mapper.js';
import type { CreatorInfoView } from './dto/creator-info.view.js';

/** A post that both APIs accept, so that the route depends on the account alone. */
const SIMPLEST_POST = { kind: 'photo', mode: 'direct', privacyLevel: 'SELF_ONLY', options: {} } as const;

/** Collects what a posting screen shows for an account. */
@Injectable()
export class CreatorInfoService {
  constructor(
    private readonly config: AppConfig,
    private readonly integrations: IntegrationsService,
    private readonly routes: RoutingPolicy,
    private readonly creators: CreatorInfoClient,
  ) {}

  /** @param integrationId the only active one when absent. @throws DomainError when the account cannot post */
  async of(integrationId?: string): Promise<CreatorInfoView> {
    const integration = await this.integrations.resolve(integrationId);
    integration.assertCan('publish_private');
    const route = await this.routes.likely(integration, SIMPLEST_POST);
    const state = await this.creators.get(integration, route);
    const music = musicFacts(integration.consents);
    return { ...creatorInfoView(integration.id, route, state, this.config.tiktok.audited), music };
  }
}
