/** Whom an ad may appear from. */
export class IdentityView {
  id: string;

  /** TT_USER, BC_AUTH_TT or AUTH_CODE. Ads of CUSTOMIZED_USER no longer run on TikTok. */
  type: string;

  name: string | null;

  username: string | null;

  imageUrl: string | null;

  /** Ads with a BC_AUTH_TT identity must name it. */
  businessCenterId: string | null;

  /** True if ads can use it now. */
  available: boolean;

  /** TikTok's word for why it is not, such as SCOPE_UNAVAILABLE. */
  availableStatus: string | null;

  /** True if ads can promote its existing posts (Spark). Null if the question does not arise. */
  canPromotePosts: boolean | null;

  /** True if ads can post uploaded videos as it. Null if the question does not arise. */
  canPostVideos: boolean | null;

  /** True if its ads never show on its profile. */
  adsOnly: boolean | null;
}

/** An event that an ad group can optimise for. */
export class PixelEventView {
  id: string | null;

  name: string | null;

  /** The value of an ad group's `optimizationEvent`. */
  optimizationEvent: string;
}

export class PixelView {
  id: string;

  name: string | null;

  /** The id in the website's script. */
  code: string | null;

  category: string | null;

  events: PixelEventView[];
}

export class RegionView {
  /** The value of an ad group's `locationIds`. */
  id: string;

  name: string | null;

  /** The region that contains it. Null for countries. */
  parentId: string | null;

  /** @example US */
  code: string | null;

  /** @example COUNTRY */
  level: string | null;
}

export class LanguageView {
  /** The value of an ad group's `languages`. */
  code: string;

  name: string | null;
}

export class InterestView {
  /** The value of an ad group's `interestCategoryIds`. */
  id: string;

  name: string | null;

  /** @asType integer */
  level: number | null;

  childIds: string[];
}

export class PromotedAppView {
  /** The value of an ad group's `appId`. */
  id: string;

  name: string | null;

  /** ANDROID or IOS. */
  platform: string | null;

  packageName: string | null;

  storeUrl: string | null;

  measurementPartner: string | null;
}

/** A call to action that TikTok recommends, as a text. */
export class RecommendedCallToActionView {
  text: string;

  /** What a portfolio of it consists of. */
  assetIds: string[];
}

export class CallToActionPortfolioView {
  /** The value of an ad's `callToActionId`. */
  id: string;

  text: string | null;
}

export class MusicView {
  /** The value of a carousel's `musicId`. */
  id: string;

  name: string | null;

  author: string | null;

  durationSeconds: number | null;

  style: string | null;

  /** Expires. */
  url: string | null;

  /** Expires. */
  coverUrl: string | null;
}
