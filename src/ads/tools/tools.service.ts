import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import { AdAccountAccess, callerOf } from '../../integrations/index.js';
import {
  AdToolApi,
  IdentityApi,
  PixelApi,
  PortfolioApi,
  toHttpError,
  type AdCaller,
} from '../../tiktok/index.js';
import { BriefCache } from './brief-cache.js';
import { CALLS_TO_ACTION } from './calls-to-action.js';
import type {
  AppsAnswer,
  CallsToActionAnswer,
  IdentitiesAnswer,
  InterestsAnswer,
  LanguagesAnswer,
  MusicAnswer,
  PixelsAnswer,
  RegionsAnswer,
} from './dto/tool-answers.view.js';
import type { CallsToActionQuery, CarouselMusicQuery, RegionsQuery, ToolQuery } from './dto/tools.query.js';
import {
  toPromotedAppView,
  toIdentityView,
  toInterestView,
  toLanguageView,
  toMusicView,
  toPixelView,
  toPortfolioView,
  toRecommended,
  toRegionView,
} from './tool.mappers.js';

const CACHE_MS = 15 * 60_000;
// Thousands of regions each, so not many.
const CACHE_ENTRIES = 200;

/** Reads from TikTok what the forms of ads offer. */
@Injectable()
export class ToolsService {
  private readonly cache = new BriefCache(CACHE_MS, CACHE_ENTRIES, () => this.clock.now().getTime());

  constructor(
    private readonly access: AdAccountAccess,
    private readonly orgContext: OrgContext,
    private readonly tools: AdToolApi,
    private readonly identityApi: IdentityApi,
    private readonly pixelApi: PixelApi,
    private readonly portfolios: PortfolioApi,
    private readonly clock: Clock,
  ) {}

  async identities(query: ToolQuery): Promise<IdentitiesAnswer> {
    return await this.live(query, async (caller) =>
      (await this.identityApi.list(caller)).map(toIdentityView),
    );
  }

  async pixels(query: ToolQuery): Promise<PixelsAnswer> {
    return await this.live(query, async (caller) => (await this.pixelApi.list(caller)).map(toPixelView));
  }

  async apps(query: ToolQuery): Promise<AppsAnswer> {
    return await this.live(query, async (caller) => (await this.tools.apps(caller)).map(toPromotedAppView));
  }

  async music(query: CarouselMusicQuery): Promise<MusicAnswer> {
    return await this.live(query, async (caller) =>
      (await this.tools.carouselMusic(caller, query.text)).map(toMusicView),
    );
  }

  async regions(query: RegionsQuery): Promise<RegionsAnswer> {
    const { objective, placements } = query;
    const asked = { objective_type: objective, placements: placements.toSorted() };
    return await this.kept(query, `regions ${JSON.stringify(asked)}`, async (caller) =>
      (await this.tools.regions(caller, asked)).map(toRegionView),
    );
  }

  async languages(query: ToolQuery): Promise<LanguagesAnswer> {
    return await this.kept(query, 'languages', async (caller) =>
      (await this.tools.languages(caller)).map(toLanguageView),
    );
  }

  async interests(query: ToolQuery): Promise<InterestsAnswer> {
    return await this.kept(query, 'interests', async (caller) =>
      (await this.tools.interests(caller)).map(toInterestView),
    );
  }

  async callsToAction(query: CallsToActionQuery): Promise<CallsToActionAnswer> {
    const { items, asOf } = await this.live(query, async (caller) => {
      const [recommended, portfolios] = await Promise.all([
        this.tools.recommendedCallsToAction(caller, query.destination),
        this.portfolios.list(caller, 'CTA'),
      ]);
      return { recommended: recommended.flatMap(toRecommended), portfolios: portfolios.map(toPortfolioView) };
    });
    return { ...items, items: [...CALLS_TO_ACTION], asOf };
  }

  private async live<Items>(
    { accountId }: ToolQuery,
    read: (caller: AdCaller) => Promise<Items>,
  ): Promise<{ items: Items; asOf: Date }> {
    const caller = callerOf(await this.access.find(accountId), 'interactive');
    return { items: await asHttp(() => read(caller)), asOf: this.clock.now() };
  }

  /** For answers that TikTok changes rarely. The account's access is checked each time. */
  private async kept<Items>(
    { accountId }: ToolQuery,
    what: string,
    read: (caller: AdCaller) => Promise<Items>,
  ): Promise<{ items: Items; asOf: Date }> {
    const caller = callerOf(await this.access.find(accountId), 'interactive');
    const key = `${this.orgContext.organisationId} ${accountId} ${what}`;
    const { value, at } = await this.cache.get(key, () => asHttp(() => read(caller)));
    return { items: value, asOf: at };
  }
}

async function asHttp<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw toHttpError(error);
  }
}
