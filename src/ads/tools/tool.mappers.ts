import type {
  AdIdentity,
  AdMusic,
  AdPixel,
  CreativePortfolio,
  RecommendedCallToAction,
  ToolApp,
  ToolInterest,
  ToolLanguage,
  ToolRegion,
} from '../../tiktok/index.js';
import type {
  PromotedAppView,
  CallToActionPortfolioView,
  IdentityView,
  InterestView,
  LanguageView,
  MusicView,
  PixelView,
  RecommendedCallToActionView,
  RegionView,
} from './dto/tool.view.js';

const ROOT = new Set(['0', '']);

export function toIdentityView(one: AdIdentity): IdentityView {
  const { identity_type: type, available_status: status = null } = one;
  return {
    id: one.identity_id,
    type,
    name: one.display_name ?? null,
    username: one.username ?? null,
    imageUrl: one.profile_image ?? null,
    businessCenterId: one.identity_authorized_bc_id ?? null,
    available: type !== 'CUSTOMIZED_USER' && (status ?? 'AVAILABLE') === 'AVAILABLE',
    availableStatus: status,
    canPromotePosts: one.is_gpppa === true ? false : (one.can_pull_video ?? null),
    canPostVideos: one.can_push_video ?? null,
    adsOnly: one.ads_only_mode ?? null,
  };
}

export function toPixelView(pixel: AdPixel): PixelView {
  const events = (pixel.events ?? []).filter((event) => event.deprecated !== true);
  return {
    id: pixel.pixel_id,
    name: pixel.pixel_name ?? null,
    code: pixel.pixel_code ?? null,
    category: pixel.pixel_category ?? null,
    events: events.flatMap(({ event_id: id = null, name = null, optimization_event: event }) =>
      event ? [{ id, name, optimizationEvent: event }] : [],
    ),
  };
}

export function toRegionView(region: ToolRegion): RegionView {
  return {
    id: region.location_id,
    name: region.name ?? null,
    parentId: ROOT.has(region.parent_id ?? '') ? null : (region.parent_id ?? null),
    code: region.region_code ?? null,
    level: region.level ?? null,
  };
}

export function toLanguageView({ code, name = null }: ToolLanguage): LanguageView {
  return { code, name };
}

export function toInterestView(interest: ToolInterest): InterestView {
  return {
    id: interest.interest_category_id,
    name: interest.interest_category_name ?? null,
    level: interest.level ?? null,
    childIds: interest.sub_category_ids ?? [],
  };
}

export function toPromotedAppView(app: ToolApp): PromotedAppView {
  return {
    id: app.app_id,
    name: app.app_name ?? null,
    platform: app.platform ?? null,
    packageName: app.package_name ?? null,
    storeUrl: app.download_url ?? null,
    measurementPartner: app.partner ?? null,
  };
}

/** TikTok may leave the text out; such an asset cannot be shown. */
export function toRecommended(one: RecommendedCallToAction): RecommendedCallToActionView[] {
  return one.asset_content ? [{ text: one.asset_content, assetIds: one.asset_ids ?? [] }] : [];
}

export function toPortfolioView(one: CreativePortfolio): CallToActionPortfolioView {
  return { id: one.creative_portfolio_id, text: one.asset_content ?? null };
}

export function toMusicView(music: AdMusic): MusicView {
  return {
    id: music.music_id,
    name: music.name ?? null,
    author: music.author ?? null,
    durationSeconds: music.duration ?? null,
    style: music.style ?? null,
    url: music.url ?? null,
    coverUrl: music.cover_url ?? null,
  };
}
