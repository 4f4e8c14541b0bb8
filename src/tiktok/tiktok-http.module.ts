import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { AccountOAuthApi } from './business-api/account-oauth.api.js';
import { AccountWebhookApi } from './business-api/account-webhook.api.js';
import { AccountApi } from './business-api/account.api.js';
import { ReviewDetailApi } from './business-api/review-detail.api.js';
import { SubscriptionApi } from './business-api/subscription.api.js';
import { AdObjectApi } from './business-api/ad-object.api.js';
import { AdChunkApi } from './business-api/ad-chunk.api.js';
import { AdFileApi } from './business-api/ad-file.api.js';
import { AdReadApi } from './business-api/ad-read.api.js';
import { AdToolApi } from './business-api/ad-tool.api.js';
import { BalanceApi } from './business-api/balance.api.js';
import { IdentityApi } from './business-api/identity.api.js';
import { PixelApi } from './business-api/pixel.api.js';
import { PortfolioApi } from './business-api/portfolio.api.js';
import { AdCommentApi } from './business-api/ad-comment.api.js';
import { SparkApi } from './business-api/spark.api.js';
import { AdvertiserOAuthApi } from './business-api/advertiser-oauth.api.js';
import { AdvertiserApi } from './business-api/advertiser.api.js';
import { AudienceApi } from './business-api/audience.api.js';
import { BusinessAppClient } from './business-api/business-app-client.js';
import { BusinessClient } from './business-api/business-client.js';
import { CommentApi } from './business-api/comment.api.js';
import { AccountVideoApi } from './business-api/account-video.api.js';
import { MessageApi } from './business-api/message.api.js';
import { MessageMediaApi } from './business-api/message-media.api.js';
import { MusicApi } from './business-api/music.api.js';
import { PublishingApi } from './business-api/publishing.api.js';
import { ReportApi } from './business-api/report.api.js';
import { SegmentApi } from './business-api/segment.api.js';
import { RateBudgets } from './rate-limits/rate-budgets.js';
import { RATE_GOVERNOR } from './rate-limits/rate-governor.providers.js';
import { TikTokTokenSource } from './http/token-source.js';
import { TikTokTransport } from './http/transport.js';
import { TokenInterceptor } from './http/token.interceptor.js';
import { MediaUploadApi } from './open-api/media-upload.api.js';
import { OAuthApi } from './open-api/oauth.api.js';
import { OpenApiClient } from './open-api/open-api-client.js';
import { PostingApi } from './open-api/posting.api.js';
import { UserApi } from './open-api/user.api.js';
import { VideoApi } from './open-api/video.api.js';

const WITHOUT_TOKEN = [
  TikTokTransport,
  OAuthApi,
  MediaUploadApi,
  BusinessAppClient,
  AccountOAuthApi,
  AccountWebhookApi,
  AdvertiserOAuthApi,
];
const OPEN_API = [OpenApiClient, UserApi, VideoApi, PostingApi];
const BUSINESS_API = [
  BusinessClient,
  AccountApi,
  AccountVideoApi,
  AdObjectApi,
  ReviewDetailApi,
  SubscriptionApi,
  AdChunkApi,
  AdFileApi,
  AdReadApi,
  AdToolApi,
  AdvertiserApi,
  BalanceApi,
  AudienceApi,
  AdCommentApi,
  CommentApi,
  IdentityApi,
  MessageApi,
  MessageMediaApi,
  MusicApi,
  PixelApi,
  PortfolioApi,
  PublishingApi,
  ReportApi,
  SparkApi,
  SegmentApi,
];
const WITH_TOKEN = [TokenInterceptor, ...OPEN_API, ...BUSINESS_API];

/** Calls that need no user's token. Token custody is built on them. */
@Module({ providers: [...RATE_GOVERNOR, ...WITHOUT_TOKEN], exports: [...WITHOUT_TOKEN, RateBudgets] })
export class TikTokTransportModule {}

/** The full client. The caller supplies the source of tokens. */
@Module({})
export class TikTokHttpModule {
  static forRoot(custody: { module: Type<unknown>; tokenSource: Type<TikTokTokenSource> }): DynamicModule {
    return {
      module: TikTokHttpModule,
      global: true,
      imports: [TikTokTransportModule, custody.module],
      providers: [...WITH_TOKEN, { provide: TikTokTokenSource, useExisting: custody.tokenSource }],
      exports: [TikTokTransportModule, ...WITH_TOKEN],
    };
  }
}
