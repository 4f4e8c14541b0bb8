// The only way out to TikTok: transport, token interceptor, typed endpoints, webhook signatures. Knows no database and no queue.
export { ErrorCatalogueModule } from './error-catalogue/error-catalogue.module.js';
export type { ErrorFamily, Fixer, RetryClass } from './error-catalogue/error-entry.js';
export { ErrorExplainer, type Refusal } from './error-catalogue/error-explainer.js';
export { explainError, type ErrorExplanation } from './error-catalogue/explain-error.js';
export { UnknownCodes, type UnknownCodeCount } from './error-catalogue/unknown-codes.js';
export {
  isTransient,
  outcomeUnknown,
  TikTokApiError,
  TikTokError,
  TikTokNetworkError,
  TikTokRateLimitedError,
  TikTokTokenRejectedError,
} from './http/tiktok-errors.js';
export { TikTokTokenSource } from './http/token-source.js';
export { MediaUploadApi, type Chunk } from './open-api/media-upload.api.js';
export { OAuthApi, type TokenPair } from './open-api/oauth.api.js';
export {
  PostingApi,
  PRIVACY_LEVELS,
  type CreatorInfo,
  type FileUpload,
  type PostStatus,
  type PrivacyLevel,
} from './open-api/posting.api.js';
export { UserApi, type TikTokUser } from './open-api/user.api.js';
export { VideoApi, type TikTokVideo, type VideoPage } from './open-api/video.api.js';
export { TikTokHttpModule, TikTokTransportModule } from './tiktok-http.module.js';
export { isSignedBy, parseSignature } from './webhook/signature.js';
export { parseWebhook, parseWebhookContent, type WebhookPayload } from './webhook/webhook-payload.js';
