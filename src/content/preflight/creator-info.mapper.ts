import { withFormerNames } from '../../common/index.js';
import { explainError, type PrivacyLevel } from '../../tiktok/index.js';
import type { PostRoute } from '../post/publication.entity.js';
import { isPrivateAccount, type CreatorFacts } from '../rules/checked-post.js';
import { consentFor } from '../rules/disclosure.js';
import { CAPTION_MAX, PHOTO_TITLE_MAX, PHOTOS_MAX } from '../post/text-limits.js';
import { BEFORE_AUDIT, BEFORE_AUDIT_FIX, PRIVACY_LABELS } from '../rules/privacy-rules.js';
import type { CreatorState } from './creator-info.client.js';
import type { CreatorInfoView } from './dto/creator-info.view.js';
import { DISCLOSURE, NOTICES } from './tiktok-ux-copy.js';

const AUDIT_REFUSAL = 'unaudited_client_can_only_post_to_private_accounts';

/** Builds what a posting screen needs. Pure. */
export function creatorInfoView(
  integrationId: string,
  route: PostRoute,
  state: CreatorState,
  audited: boolean,
): Omit<CreatorInfoView, 'music'> {
  const creator = state.canPost ? state.creator : undefined;
  // The audit exists for the open API only.
  const waitsForAudit = route === 'open_api' && !audited;
  const refusal = state.canPost ? auditRefusal(waitsForAudit, state.creator) : state.refusal;
  return {
    integrationId,
    route,
    ...state.profile,
    canPost: refusal === undefined,
    ...(refusal !== undefined && { refusal: explained(refusal) }),
    privacyLevels: (creator?.privacyLevels ?? []).map((level) => privacyOption(level, waitsForAudit)),
    interactions: interactions(creator),
    limits: limits(creator),
    app: withFormerNames('AppStateView', { audited, statusText: auditStatusText(waitsForAudit) }),
    disclosure: DISCLOSURE,
    consent: { plain: consentFor({}), branded: consentFor({ brandedContent: true }) },
    notices: NOTICES,
  };
}

function auditRefusal(waitsForAudit: boolean, creator: CreatorFacts): string | undefined {
  return waitsForAudit && !isPrivateAccount(creator) ? AUDIT_REFUSAL : undefined;
}

function explained(code: string): CreatorInfoView['refusal'] {
  const { message, fixableBy, retry } = explainError('open_api', code);
  return withFormerNames('CreatorRefusalView', { code, message, fixableBy, retry });
}

function privacyOption(
  value: PrivacyLevel,
  waitsForAudit: boolean,
): CreatorInfoView['privacyLevels'][number] {
  const label = PRIVACY_LABELS[value];
  if (!waitsForAudit || value === 'SELF_ONLY') return { value, label, available: true };
  return { value, label, available: false, reason: BEFORE_AUDIT };
}

function interactions(creator: CreatorFacts | undefined): CreatorInfoView['interactions'] {
  return {
    comment: interaction(creator?.commentDisabled, 'comments'),
    duet: interaction(creator?.duetDisabled, 'duets'),
    stitch: interaction(creator?.stitchDisabled, 'stitches'),
  };
}

function interaction(
  disabled: boolean | undefined,
  name: string,
): CreatorInfoView['interactions']['comment'] {
  if (disabled === false) return { available: true };
  const reason = disabled
    ? `The creator has switched ${name} off in the TikTok app, or the account is private.`
    : 'Unknown while the account cannot post.';
  return { available: false, reason };
}

function limits(creator: CreatorFacts | undefined): CreatorInfoView['limits'] {
  const seconds = creator?.maxVideoSeconds;
  return {
    videoCaption: CAPTION_MAX.video,
    photoCaption: CAPTION_MAX.photo,
    photoTitle: PHOTO_TITLE_MAX,
    photos: PHOTOS_MAX,
    ...(seconds !== undefined && { videoSeconds: seconds }),
  };
}

function auditStatusText(waitsForAudit: boolean): string {
  if (waitsForAudit) return `${BEFORE_AUDIT} ${BEFORE_AUDIT_FIX}`;
  return 'Posts can use every privacy level that the account offers.';
}
