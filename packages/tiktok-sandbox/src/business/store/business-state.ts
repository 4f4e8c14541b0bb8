import type { BusinessPost, CommentMark, UrlProperty } from '../accounts/business-post.js';
import type { AdComment } from '../ad-comments/ad-comment.js';
import type { Ad, AdGroup, Campaign, SmartPlusAd } from '../ads/ad-objects.js';
import type { Advertiser } from '../advertisers/advertiser.js';
import type { IdentityTraits } from '../advertisers/identity-traits.js';
import type { Identity } from '../advertisers/identity.js';
import type { Audience, CustomerFile } from '../audiences/audience.js';
import type { ChunkUpload, ImageFile, MusicFile, TemporaryFile, VideoFile } from '../files/creative-files.js';
import type { BlockedWord } from '../library/blocked-word.js';
import type { Pixel } from '../library/pixel.js';
import type { Portfolio } from '../library/portfolio.js';
import { AppRate } from '../limits/app-rate.js';
import type { Conversation, HighIntentComment, MessageMedia } from '../messages/conversation.js';
import type { MessagingTraits } from '../messages/messaging-traits.js';
import { AccountGrantStore } from '../oauth/account-grant.store.js';
import type { AdvertiserGrant } from '../oauth/advertiser-grant.js';
import { AuthCodeStore } from '../oauth/auth-code.store.js';
import type { ReportTask, Restatement } from '../reports/report-task.js';
import type { BoundPost, PostCode } from '../spark/post-code.js';
import type { Subscription } from '../subscriptions/subscription.js';
import type { App } from '../tools/app.js';
import type { Page } from '../tools/page.js';
import type { AccountWebhook } from '../webhooks/account-webhook.js';
import { IdSource } from './id-source.js';
import { Table } from './table.js';

const idOf = (row: { readonly id: string }): string => row.id;
const ownerOf = (row: { readonly username: string }): string => row.username;
const advertiserOf = (row: { readonly advertiserId: string }): string => row.advertiserId;

/** Everything the Business API knows beyond the accounts, videos and comments that both halves share. */
export class BusinessState {
  readonly ids = new IdSource();
  readonly codes = new AuthCodeStore();
  readonly rate = new AppRate();
  /** Reports that were made ready for download, by the name in their URL. */
  readonly reportTexts = new Map<string, { readonly text: string; readonly expiresAt: number }>();
  /** Tokens of TikTok accounts. */
  readonly accountGrants = new AccountGrantStore();
  readonly tables = {
    advertisers: new Table<Advertiser>(idOf),
    advertiserGrants: new Table<AdvertiserGrant>((grant) => grant.token),
    identities: new Table<Identity>(idOf, advertiserOf),
    campaigns: new Table<Campaign>(idOf, advertiserOf),
    adgroups: new Table<AdGroup>(idOf, advertiserOf),
    ads: new Table<Ad>(idOf, advertiserOf),
    smartPlusAds: new Table<SmartPlusAd>(idOf, advertiserOf),
    videoFiles: new Table<VideoFile>(idOf, advertiserOf),
    imageFiles: new Table<ImageFile>(idOf, advertiserOf),
    musicFiles: new Table<MusicFile>(idOf, advertiserOf),
    temporaryFiles: new Table<TemporaryFile>(idOf, advertiserOf),
    chunkUploads: new Table<ChunkUpload>(idOf, advertiserOf),
    customerFiles: new Table<CustomerFile>((file) => file.path, advertiserOf),
    audiences: new Table<Audience>(idOf, advertiserOf),
    reportTasks: new Table<ReportTask>(idOf, advertiserOf),
    restatements: new Table<Restatement>(idOf, advertiserOf),
    subscriptions: new Table<Subscription>(idOf),
    accountWebhooks: new Table<AccountWebhook>((hook) => hook.eventType),
    posts: new Table<BusinessPost>(idOf, ownerOf),
    commentMarks: new Table<CommentMark>(idOf),
    urlProperties: new Table<UrlProperty>(idOf),
    pixels: new Table<Pixel>(idOf, advertiserOf),
    blockedWords: new Table<BlockedWord>(idOf, advertiserOf),
    portfolios: new Table<Portfolio>(idOf, advertiserOf),
    conversations: new Table<Conversation>(idOf, ownerOf),
    adComments: new Table<AdComment>(idOf, advertiserOf),
    apps: new Table<App>(idOf, advertiserOf),
    pages: new Table<Page>(idOf, advertiserOf),
    postCodes: new Table<PostCode>(idOf),
    boundPosts: new Table<BoundPost>(idOf, advertiserOf),
    identityTraits: new Table<IdentityTraits>((traits) => traits.username),
    messageMedia: new Table<MessageMedia>(idOf, ownerOf),
    messagingTraits: new Table<MessagingTraits>(ownerOf),
    highIntentComments: new Table<HighIntentComment>(idOf, ownerOf),
  };
}
