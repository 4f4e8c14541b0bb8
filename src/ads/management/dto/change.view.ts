import type { AdFamily, AdLevel, WireBody } from '../../../tiktok/index.js';
import type { ActorKind, AdChange, ChangeAction, ChangeState } from '../../writes/ad-change.entity.js';

export class DifferenceView {
  /** TikTok's own name of the field. */
  field: string;

  /** The value that was sent: any JSON. */
  sent: unknown;

  /** The value that TikTok stored: any JSON. Absent: TikTok dropped the field. */
  stored?: unknown;
}

export class ChangeView {
  /** @format uuid */
  id: string;

  accountId: string;

  /** The kind of the object. */
  level: AdLevel;

  /** `us_plus`: Upgraded Smart+. `manual`: the older kind. */
  family: AdFamily;

  /** `drift`: the object was changed in TikTok Ads Manager. */
  action: ChangeAction;

  /** TikTok's id. Null until TikTok has created the object. */
  objectId: string | null;

  name: string | null;

  /** Who made the change. */
  actor: ActorKind;

  /** The user, if there is one. */
  userId: string | null;

  reason: string | null;

  /** @format uuid */
  launchId: string | null;

  /** `unknown`: TikTok did not answer. The service looks it up shortly. */
  state: ChangeState;

  /** True if TikTok's answer was lost and the object was found afterwards. */
  adopted: boolean;

  /** What was sent, in TikTok's words. */
  body: WireBody;

  before: WireBody | null;

  after: WireBody | null;

  /** Where TikTok's object differs from what was sent. Null: it was not compared. */
  differences: DifferenceView[] | null;

  /** TikTok's id of the call. Its support asks for it. */
  tiktokRequestId: string | null;

  failCode: string | null;

  failMessage: string | null;

  createdAt: Date;

  sentAt: Date | null;

  finishedAt: Date | null;
}

export function toChangeView(row: AdChange): ChangeView {
  const { id, accountId, level, family, action, objectId, name, actorKind, actorId, reason, launchId } = row;
  const { state, adopted, body, before, after, differences, tiktokRequestId, failCode, failMessage } = row;
  const { createdAt, sentAt, finishedAt } = row;
  return {
    id,
    accountId,
    level,
    family,
    action,
    objectId,
    name,
    actor: actorKind,
    userId: actorId,
    reason,
    launchId,
    state,
    adopted,
    body,
    before,
    after,
    differences,
    tiktokRequestId,
    failCode,
    failMessage,
    createdAt,
    sentAt,
    finishedAt,
  };
}
