import {
  PromotedAppView,
  CallToActionPortfolioView,
  IdentityView,
  InterestView,
  LanguageView,
  MusicView,
  PixelView,
  RecommendedCallToActionView,
  RegionView,
} from './tool.view.js';

export class ToolAnswer {
  /** When TikTok answered. */
  asOf: Date;
}

export class IdentitiesAnswer extends ToolAnswer {
  items: IdentityView[];
}

export class PixelsAnswer extends ToolAnswer {
  items: PixelView[];
}

export class RegionsAnswer extends ToolAnswer {
  items: RegionView[];
}

export class LanguagesAnswer extends ToolAnswer {
  items: LanguageView[];
}

export class InterestsAnswer extends ToolAnswer {
  items: InterestView[];
}

export class AppsAnswer extends ToolAnswer {
  items: PromotedAppView[];
}

export class CallsToActionAnswer extends ToolAnswer {
  /** All values of an ad's `callToAction`. */
  items: string[];

  recommended: RecommendedCallToActionView[];

  /** Made before, for ads that name a call to action by its id. */
  portfolios: CallToActionPortfolioView[];
}

export class MusicAnswer extends ToolAnswer {
  items: MusicView[];
}
