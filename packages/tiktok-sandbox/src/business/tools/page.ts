export const PAGE_TYPES = [
  'LEAD_GEN',
  'STORE_FRONT',
  'APP_PROFILE_PAGE',
  'TIKTOK_INSTANT_PAGE',
  'SHOP_ADS_PLP',
  'SHOP_ADS_PDP',
  'POP_UP_FORM',
] as const;

/** A form or page inside TikTok; they are made in the browser only. */
export interface Page {
  /** 19 digits. */
  readonly id: string;
  readonly advertiserId: string;
  readonly title: string;
  readonly businessType: (typeof PAGE_TYPES)[number];
  readonly isPublished: boolean;
  readonly createdAt: number;
}
