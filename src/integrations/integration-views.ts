import { Injectable } from '@nestjs/common';
import { withFormerNames, type Page, type PageQuery } from '../common/index.js';
import { AppConfig } from '../config/index.js';
import { OrgLists, type ListOf } from '../database/index.js';
import { IntegrationDetailsView, toTokenView } from './dto/integration-details.view.js';
import { IntegrationView, toView } from './dto/integration.view.js';
import { appFacts, capabilitiesOf } from './integration/capabilities.js';
import { IntegrationLoader } from './integration/integration-loader.js';
import { Integration } from './integration/integration.entity.js';
import { IntegrationHooks } from './lifecycle/integration-hooks.js';

const NEWEST_FIRST: ListOf<Integration> = {
  entity: Integration,
  key: [{ column: 'id', part: 'id', read: (row) => row.id }],
  direction: 'DESC',
};

/** Shows integrations to the API: as a list, and one in full. Never a token. */
@Injectable()
export class IntegrationViews {
  constructor(
    private readonly config: AppConfig,
    private readonly lists: OrgLists,
    private readonly loader: IntegrationLoader,
    private readonly hooks: IntegrationHooks,
  ) {}

  /** Newest first. */
  list(query: PageQuery): Promise<Page<IntegrationView>> {
    return this.lists.page(NEWEST_FIRST, query, toView);
  }

  /** Returns capabilities with reasons, and the lifetimes of the tokens. @throws NotFoundError */
  async details(id: string): Promise<IntegrationDetailsView> {
    const { integration, credentials } = await this.loader.withCredentials(await this.loader.find(id));
    const errors = await this.hooks.recentErrors(integration.id);
    return {
      ...toView(integration),
      capabilities: capabilitiesOf({ integration, credentials, ...appFacts(this.config) }),
      tokens: Object.values(credentials).map(toTokenView),
      app: { audited: this.config.tiktok.audited },
      quotas: await this.hooks.quotaUse(integration.id),
      lastErrors: errors.map((error) => withFormerNames('RecentErrorView', error)),
    };
  }
}
