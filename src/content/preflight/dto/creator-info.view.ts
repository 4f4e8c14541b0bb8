import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { FIXABLE_BY, PRIVACY_LEVELS, RETRY_CLASSES } from '../../../tiktok/index.js';
import type { FixableBy, PrivacyLevel, RetryClass } from '../../../tiktok/index.js';
import { POST_KINDS, POST_ROUTES, type PostKind, type PostRoute } from '../../post/publication.entity.js';
import { FIXABLE_BY_DESCRIPTION, RETRY_MEANING } from '../../publications/dto/meanings.js';
import { DISCLOSURE_LABELS, type DisclosureLabel } from '../../rules/disclosure.js';

class LinkView {
  @ApiProperty({ example: 'Music Usage Confirmation', description: 'part of the text' })
  text: string;

  @ApiProperty({ example: 'https://www.tiktok.com/legal/page/global/music-usage-confirmation/en' })
  url: string;
}

export class ConsentView {
  @ApiProperty({ example: "By posting, you agree to TikTok's Music Usage Confirmation." })
  text: string;

  @ApiProperty({ type: [LinkView] })
  links: LinkView[];
}

class CreatorRefusalView {
  @ApiProperty({ example: 'spam_risk_too_many_posts' })
  code: string;

  @ApiProperty({ description: 'for a person: why, and what helps' })
  message: string;

  @ApiProperty({ enum: FIXABLE_BY, description: FIXABLE_BY_DESCRIPTION })
  fixableBy: FixableBy;

  @ApiProperty({ enum: RETRY_CLASSES, description: RETRY_MEANING })
  retry: RetryClass;
}

class PrivacyOptionView {
  @ApiProperty({ enum: PRIVACY_LEVELS, description: 'Send it as `privacyLevel`.' })
  value: PrivacyLevel;

  @ApiProperty({ example: 'Friends' })
  label: string;

  @ApiProperty({ description: 'false: show it greyed out' })
  available: boolean;

  @ApiPropertyOptional({ description: 'why not' })
  reason?: string;
}

class InteractionView {
  @ApiProperty({ description: 'false: show it greyed out' })
  available: boolean;

  @ApiPropertyOptional({ description: 'why not' })
  reason?: string;
}

class InteractionsView {
  @ApiProperty()
  comment: InteractionView;

  @ApiProperty({ description: 'videos only' })
  duet: InteractionView;

  @ApiProperty({ description: 'videos only' })
  stitch: InteractionView;
}

class AppStateView {
  @ApiProperty({ description: 'whether TikTok has audited the app: TIKTOK_APP_AUDITED' })
  audited: boolean;

  @ApiProperty({ description: 'what that means here, for a person' })
  statusText: string;
}

class BrandChoiceView {
  @ApiProperty({ example: 'brandedContent', description: 'field of the post' })
  field: string;

  @ApiProperty({ example: 'Branded content' })
  name: string;

  @ApiProperty({ description: 'to be shown beside it' })
  explanation: string;

  @ApiProperty({ enum: DISCLOSURE_LABELS, description: 'how TikTok then labels the post' })
  label: DisclosureLabel;

  @ApiProperty({ enum: PRIVACY_LEVELS, isArray: true, description: 'cannot be had together' })
  notWith: PrivacyLevel[];
}

class DisclosureView {
  @ApiProperty({ example: 'commercialDisclosure', description: 'field of the switch; off by default' })
  field: string;

  @ApiProperty({ description: 'beside the switch' })
  explanation: string;

  @ApiProperty({ description: 'while it is on and nothing is chosen; the post cannot go then' })
  hint: string;

  @ApiProperty({ type: [BrandChoiceView], description: 'at least one while it is on' })
  choices: BrandChoiceView[];
}

class ConsentsView {
  @ApiProperty({ description: 'before the button that publishes' })
  plain: ConsentView;

  @ApiProperty({ description: 'the same when branded content is chosen' })
  branded: ConsentView;
}

class AutomaticMusicView {
  @ApiProperty({ enum: POST_KINDS, isArray: true, description: 'the posts that take autoAddMusic' })
  kinds: PostKind[];

  @ApiProperty()
  explanation: string;
}

export class MusicFactsView {
  @ApiProperty({ description: 'music.soundId of a post, one that list-commercial-music shows' })
  track: InteractionView;

  @ApiProperty()
  automatic: AutomaticMusicView;

  @ApiProperty({ description: 'for a person' })
  explanation: string;
}

class PostLimitsView {
  @ApiProperty({ example: 2200, description: 'UTF-16 units, a JavaScript length' })
  videoCaption: number;

  @ApiProperty({ example: 4000 })
  photoCaption: number;

  @ApiProperty({ example: 90 })
  photoTitle: number;

  @ApiProperty({ example: 35 })
  photos: number;

  @ApiPropertyOptional({ example: 600, description: 'longest video in seconds; block longer ones' })
  videoSeconds?: number;
}

/** All that TikTok wants a screen to show on which somebody posts. */
export class CreatorInfoView {
  @ApiProperty({ format: 'uuid' })
  integrationId: string;

  @ApiProperty({ enum: POST_ROUTES, description: "which of TikTok's families carries the posts" })
  route: PostRoute;

  @ApiPropertyOptional({ description: 'show it: people must see whose account it is' })
  nickname?: string;

  @ApiPropertyOptional()
  username?: string;

  @ApiPropertyOptional({ description: 'expires after two hours: do not store it' })
  avatarUrl?: string;

  @ApiProperty({ description: 'false: show the reason instead of the form' })
  canPost: boolean;

  @ApiPropertyOptional({ description: 'why nothing can be posted directly now' })
  refusal?: CreatorRefusalView;

  @ApiProperty({ type: [PrivacyOptionView], description: 'nothing is preselected: a person chooses' })
  privacyLevels: PrivacyOptionView[];

  @ApiProperty({ description: 'all are off until a person switches them on' })
  interactions: InteractionsView;

  @ApiProperty()
  limits: PostLimitsView;

  @ApiProperty({ description: 'what music a post may have' })
  music: MusicFactsView;

  @ApiProperty()
  app: AppStateView;

  @ApiProperty()
  disclosure: DisclosureView;

  @ApiProperty()
  consent: ConsentsView;

  @ApiProperty({ type: [String], description: 'what else to tell people before they publish' })
  notices: string[];
}
