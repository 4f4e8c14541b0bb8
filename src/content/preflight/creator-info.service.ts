import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { IntegrationsService } from '../../integrations/index.js';
import { musicFacts } from './music-facts.js';
import { RoutingPolicy } from '../post/routing-policy.js';
import { CreatorAsker } from './creator-asker.js';
import { creatorInfoView } from './creator-info.js';
import type { CreatorInfoView } from './dto/creator-info.view.js';

/** A post that every family takes: the route is then the account's. */
const PLAINEST = { kind: 'photo', mode: 'direct', privacyLevel: 'SELF_ONLY', options: {} } as const;

/** What an account allows now, for the screen on which somebody posts. */
@Injectable()
export class CreatorInfoService {
  constructor(
    private readonly config: AppConfig,
    private readonly integrations: IntegrationsService,
    private readonly routes: RoutingPolicy,
    private readonly creators: CreatorAsker,
  ) {}

  /** @param wanted integration; the only active one when absent. @throws DomainError when it cannot post at all */
  async of(wanted?: string): Promise<CreatorInfoView> {
    const integration = await this.integrations.resolve(wanted);
    await this.integrations.assertCan(integration.id, 'publish_private');
    const route = await this.routes.likely(integration.id, PLAINEST);
    const state = await this.creators.ask(integration, route);
    const music = musicFacts(await this.integrations.consents(integration.id));
    return { ...creatorInfoView(integration.id, route, state, this.config.tiktok.audited), music };
  }
}
