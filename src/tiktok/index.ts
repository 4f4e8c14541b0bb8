// The only module that calls TikTok: transport, token interceptor, rate limits, typed endpoints, error catalogue, webhook
// signatures. It must never use the database or the queue.
export { AccountOAuthApi, type AccountTokenInfo } from './business-api/account-oauth.api.js';
export { advertiserCaller, type AdCaller } from './business-api/ad-caller.js';
export { ReviewDetailApi } from './business-api/review-detail.api.js';
export {
  rejectedPlaces,
  rejectionTexts,
  type ForbiddenPlaces,
  type Rejection,
  type ReviewDetail,
} from './business-api/review-detail.js';
export {
  AdObjectApi,
  MAX_AD_PAGE,
  MAX_STATUS_IDS,
  type AdFilter,
  type AdKind,
  type AdPage,
  type AdRow,
  type OperationStatus,
  type WireBody,
  type Written,
} from './business-api/ad-object.api.js';
export {
  AD_LEVELS,
  AD_OBJECT_ENDPOINTS,
  type AdFamily,
  type AdLevel,
} from './business-api/ad-object.endpoints.js';
export type { StatusResult } from './business-api/status-results.js';
export { adCommentTime, fromWireTime, toWireTime } from './business-api/wire-time.js';
export {
  ACCOUNT_DAY_FIELDS,
  AccountApi,
  AUDIENCE_FIELDS,
  type AccountDay,
  type AccountField,
  type AccountProfile,
  type AccountQuery,
} from './business-api/account.api.js';
export {
  AD_COMMENT_PAGE,
  AdCommentApi,
  type AdComment,
  type AdCommentPage,
  type AdCommentTarget,
} from './business-api/ad-comment.api.js';
export { AdChunkApi, MIN_CHUNKED_BYTES, type NextChunk } from './business-api/ad-chunk.api.js';
export {
  AdFileApi,
  MAX_IMAGE_IDS,
  MAX_VIDEO_IDS,
  type AdFileKind,
  type AdFileSource,
} from './business-api/ad-file.api.js';
export type { AdImage, AdVideo, SuggestedCover } from './business-api/ad-file.views.js';
export {
  AdToolApi,
  type AdMusic,
  type RecommendedCallToAction,
  type ToolApp,
  type ToolInterest,
  type ToolLanguage,
  type ToolRegion,
} from './business-api/ad-tool.api.js';
export { CallTrace } from './http/call-trace.js';
export { BalanceApi, type AdBalance } from './business-api/balance.api.js';
export {
  IdentityApi,
  MAX_IDENTITIES,
  type AdIdentity,
  type IdentityPost,
} from './business-api/identity.api.js';
export { MAX_PIXELS, PixelApi, type AdPixel, type AdPixelEvent } from './business-api/pixel.api.js';
export { PortfolioApi, type CreativePortfolio } from './business-api/portfolio.api.js';
export {
  ADS_WEBHOOK_PATH,
  SubscriptionApi,
  type SubscribeEntity,
  type Subscription,
} from './business-api/subscription.api.js';
export { MAX_SPARK_POSTS, SparkApi, type SparkPost } from './business-api/spark.api.js';
export { AdvertiserOAuthApi, type AdvertiserGrant } from './business-api/advertiser-oauth.api.js';
export {
  AdvertiserApi,
  MAX_ADVERTISERS,
  type Advertiser,
  type GrantedAdvertiser,
} from './business-api/advertiser.api.js';
export {
  AudienceApi,
  LOOKALIKE_SIZES,
  MAX_AUDIENCE_IDS,
  type AudienceDetails,
  type AudienceState,
  type AudienceUpdate,
  type LookalikeSize,
  type LookalikeSpec,
} from './business-api/audience.api.js';
export type { BusinessAccount } from './business-api/business-account.js';
export {
  CommentApi,
  type AccountComment,
  type CommentPage,
  type CommentQuery,
  type NewComment,
} from './business-api/comment.api.js';
export {
  AccountVideoApi,
  VIDEO_INSIGHT_FIELDS,
  type AccountVideo,
} from './business-api/account-video.api.js';
export { MessageMediaApi } from './business-api/message-media.api.js';
export { MAX_CONVERSATIONS, MessageApi, SHOWN_MESSAGES } from './business-api/message.api.js';
export type {
  ConversationType,
  DirectMessage,
  ListedConversation,
  MessageList,
  MessageParticipant,
  MessageReaction,
  MessageTemplate,
  OutgoingMessage,
  SenderAction,
} from './business-api/message.views.js';
export { MusicApi, type CommercialTrack, type MusicClip, type MusicQuery } from './business-api/music.api.js';
export {
  PublishingApi,
  type BusinessPhotoPost,
  type BusinessPostStatus,
  type BusinessVideoPost,
  type MusicSound,
  type VideoSettings,
} from './business-api/publishing.api.js';
export {
  MAX_REPORT_IDS,
  MAX_REPORT_ROWS,
  ReportApi,
  type ReportFilter,
  type ReportPage,
  type ReportQuery,
  type ReportRow,
} from './business-api/report.api.js';
export { AdReadApi, type AdReading } from './business-api/ad-read.api.js';
export { MAX_SEGMENT_NAME, MAX_SEGMENT_ROWS, SegmentApi } from './business-api/segment.api.js';
export type { BusinessResult } from './business-api/business-envelope.js';
export { ErrorCatalogueModule } from './error-catalogue/error-catalogue.module.js';
export {
  FIXABLE_BY,
  RETRY_CLASSES,
  type ErrorFamily,
  type FixableBy,
  type RetryClass,
} from './error-catalogue/error-entry.js';
export { ErrorExplainer, type Refusal } from './error-catalogue/error-explainer.js';
export { explainError, type ErrorExplanation } from './error-catalogue/explain-error.js';
export { toHttpError, tiktokUnavailable } from './error-catalogue/to-http-error.js';
export { UnknownCodes, type UnknownCodeCount } from './error-catalogue/unknown-codes.js';
export { walkPages, type NextPage, type TimePage } from './http/page-walk.js';
export { wireCounter, wireId, wireNumber, wireTime } from './http/wire-value.js';
export { RateBudgets, type AppBudgetUse, type BudgetUse } from './rate-limits/rate-budgets.js';
export { RateBudgetError } from './rate-limits/rate-budget.error.js';
export type { Priority } from './rate-limits/rated-call.js';
export {
  isTransient,
  outcomeUnknown,
  retryAfterSeconds,
  TikTokApiError,
  TikTokError,
  TikTokNetworkError,
  TikTokRateLimitedError,
  TikTokTokenRejectedError,
  TikTokUnavailableError,
} from './http/tiktok-errors.js';
export { TikTokTokenSource } from './http/token-source.js';
export { MediaUploadApi, type Chunk } from './open-api/media-upload.api.js';
export { OAuthApi, type TokenPair } from './open-api/oauth.api.js';
export {
  PostingApi,
  PRIVACY_LEVELS,
  type CancelOutcome,
  type CreatorInfo,
  type PhotoPost,
  type PhotoSource,
  type PostStatus,
  type PrivacyLevel,
  type StartedPost,
  type VideoPost,
  type VideoSource,
} from './open-api/posting.api.js';
export { UserApi, type TikTokUser } from './open-api/user.api.js';
export { MAX_QUERIED_VIDEOS, VideoApi, type TikTokVideo } from './open-api/video.api.js';
export { TikTokHttpModule, TikTokTransportModule } from './tiktok-http.module.js';
export { advertisersOf, parseAdsWebhook } from './webhook/ads-payload.js';
export {
  ACCOUNT_EVENT_TYPES,
  ACCOUNT_WEBHOOK_PATH,
  AccountWebhookApi,
  webhookFault,
  type AccountEventType,
} from './business-api/account-webhook.api.js';
export { fatigueEvents, type FatigueEvent } from './webhook/fatigue-events.js';
export { isOpenSignedBy } from './webhook/open-signature.js';
export { plausibleTime } from './webhook/plausible-time.js';
export { reviewEvents, type ReviewEvent } from './webhook/review-events.js';
export { serviceIncidents, type ServiceIncident } from './webhook/service-incidents.js';
export { isSignedBy, parseSignature, type SignatureHeader } from './webhook/signature.js';
export {
  parseWebhook,
  parseWebhookContent,
  webhookSeconds,
  type WebhookPayload,
} from './webhook/webhook-payload.js';
