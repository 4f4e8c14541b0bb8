/** Descriptions of enumerations that several answers and bodies have. */
export const STATUS_MEANING =
  'How far the publication is; `statusText` of GET /api/publications/{publishId} says it in words. `public`, `published`, `in_inbox`, ' +
  '`failed`, `cancelled` and `removed` are ends. `unknown`: TikTok may or may not have the post.';

export const MODE_MEANING =
  '`direct`: straight to the profile. `draft`: into the inbox of the TikTok app, where the creator finishes and posts it.';

export const PRIVACY_MEANING =
  'Who can see the post. A direct post needs it: TikTok requires an explicit choice.';

export const FIXABLE_BY_DESCRIPTION =
  'Who can fix it. `user`: the owner of the TikTok account. `admin`: an admin of the organisation. `developer`: the operator of ' +
  'this service. `tiktok`: only TikTok.';

export const RETRY_MEANING =
  'When the same may be tried again; docs/errors.md explains each. `never` and `after_fix`: not without a change.';
