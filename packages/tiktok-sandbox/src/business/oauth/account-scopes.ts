/** Scopes that the portal has approved for the business app. Source: business reference §1.2. */
export const ACCOUNT_SCOPES = [
  'user.info.basic',
  'user.info.username',
  'user.info.profile',
  'user.info.stats',
  'user.account.type',
  'user.insights',
  'video.list',
  'video.insights',
  'video.publish',
  'video.upload',
  'comment.list',
  'comment.list.manage',
  'message.list.read',
  'message.list.send',
  'message.list.manage',
  'biz.brand.insights',
] as const;
