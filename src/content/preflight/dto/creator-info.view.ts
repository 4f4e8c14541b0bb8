import type { PrivacyLevel } from '../../../tiktok/index.js';
import { ErrorClassView } from '../../post/error-class.view.js';
import type { PostKind, PostRoute } from '../../post/publication.entity.js';
import type { DisclosureLabel } from '../../rules/disclosure.js';

export class LinkView {
  /**
   * The part of the text that is the link.
   * @example "Music Usage Confirmation"
   */
  text: string;

  /** @example https://www.tiktok.com/legal/page/global/music-usage-confirmation/en */
  url: string;
}

export class ConsentView {
  /** @example "By posting, you agree to TikTok's Music Usage Confirmation." */
  text: string;

  links: LinkView[];
}

export class CreatorRefusalView extends ErrorClassView {
  /** @example spam_risk_too_many_posts */
  code: string;

  /** Why the account cannot post and what to do, as text to show to the user. */
  message: string;
}

export class PrivacyOptionView {
  /** Send it as `privacyLevel`. */
  value: PrivacyLevel;

  /** @example Friends */
  label: string;

  /** If false, show the option greyed out. */
  available: boolean;

  /** Why the option is not available. */
  reason?: string;
}

export class InteractionView {
  /** If false, show the switch greyed out. */
  available: boolean;

  /** Why the switch is not available. */
  reason?: string;
}

export class InteractionsView {
  comment: InteractionView;

  /** Videos only. */
  duet: InteractionView;

  /** Videos only. */
  stitch: InteractionView;
}

export class AppStateView {
  /** True if TikTok has audited the app (TIKTOK_APP_AUDITED). */
  audited: boolean;

  /** What that means for the post, as text to show to the user. */
  statusText: string;
}

export class BrandChoiceView {
  /**
   * The field of the post.
   * @example brandedContent
   */
  field: string;

  /** @example "Branded content" */
  name: string;

  /** The text to show beside the choice. */
  explanation: string;

  /** The label that TikTok then shows on the post. */
  label: DisclosureLabel;

  /** Privacy levels that the choice excludes. */
  notWith: PrivacyLevel[];
}

export class DisclosureView {
  /**
   * The field of the switch. It is off by default.
   * @example commercialDisclosure
   */
  field: string;

  /** The text to show beside the switch. */
  explanation: string;

  /** The text to show while the switch is on and no choice is made. The post cannot be published then. */
  hint: string;

  /** The choices. At least one is required while the switch is on. */
  choices: BrandChoiceView[];
}

export class ConsentsView {
  /** The text to show before the button that publishes. */
  plain: ConsentView;

  /** The text to show instead if branded content is chosen. */
  branded: ConsentView;
}

export class AutomaticMusicView {
  /** The kinds of posts that take `autoAddMusic`. */
  kinds: PostKind[];

  explanation: string;
}

export class MusicFactsView {
  /** `music.soundId` of a post: a track from list-commercial-music. */
  track: InteractionView;

  automatic: AutomaticMusicView;

  /** Text to show to the user. */
  explanation: string;
}

export class PostLimitsView {
  /**
   * UTF-16 units, which a JavaScript string's length counts.
   * @example 2200
   */
  videoCaption: number;

  /** @example 4000 */
  photoCaption: number;

  /** @example 90 */
  photoTitle: number;

  /** @example 35 */
  photos: number;

  /**
   * The longest video in seconds. Block longer videos.
   * @example 600
   */
  videoSeconds?: number;
}

/** Everything that TikTok requires a posting screen to show. */
export class CreatorInfoView {
  /** @format uuid */
  integrationId: string;

  /** Which of TikTok's APIs carries the posts. */
  route: PostRoute;

  /** Show it, because users must see which account they post to. */
  nickname?: string;

  username?: string;

  /** The link expires after 2 hours. Do not store it. */
  avatarUrl?: string;

  /** If false, show the reason instead of the form. */
  canPost: boolean;

  /** Why the account cannot post directly now. */
  refusal?: CreatorRefusalView;

  /** The choices of `privacyLevel`. Preselect none: the user chooses. */
  privacyLevels: PrivacyOptionView[];

  /** The switches for interactions. All are off until the user switches them on. */
  interactions: InteractionsView;

  limits: PostLimitsView;

  /** What music a post may have. */
  music: MusicFactsView;

  app: AppStateView;

  disclosure: DisclosureView;

  consent: ConsentsView;

  /** What else to show to the user before publishing. */
  notices: string[];
}
