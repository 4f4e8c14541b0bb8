import { Injectable } from '@nestjs/common';
import { BusyError, Clock, messageOf } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { callerOf, type AdAccountRef } from '../../integrations/index.js';
import {
  AdObjectApi,
  outcomeUnknown,
  TikTokApiError,
  TikTokRateLimitedError,
  isTransient,
  type AdKind,
  type Priority,
  type WireBody,
} from '../../tiktok/index.js';
import { AccountCapabilities } from '../accounts/account-capabilities.js';
import { AdObjectReader } from '../objects/ad-object-reader.js';
import type { Actor } from './actor.js';
import type { AdChange } from './ad-change.entity.js';
import { AdChanges } from './ad-changes.js';
import { CreatedObjects } from './created-objects.js';
import { ObjectClaims } from './object-claims.js';
import { differencesOf } from './read-back.js';
import { sentObject } from './sent-object.js';
import { withShortWaits } from '../objects/short-waits.js';

/** An object to create, in TikTok's words. */
export interface NewObject {
  kind: AdKind;
  name: string;
  /** Always with `operation_status` DISABLE. */
  body: WireBody;
}

// TikTok has seen this request_id within the last 10 s: the first call may have created the object.
const DUPLICATE_REQUEST = '40050';
// Until the answer to a create of the same name has arrived.
const CONTESTED_SECONDS = 2;
// TikTok opens writes of Upgraded Smart+ per ad account, and has no call to ask for it.
const NOT_ALLOWLISTED = '40118';

/**
 * Creates an object once. 1. The intent is committed. 2. It is marked as sent. 3. The call leaves. 4. The answer is committed.
 * 5. TikTok's object is read back and compared. A repeat continues where the last attempt stopped. After an unknown outcome
 * the object is looked up by name and creation time first, and adopted if it is there. One create adopts an object: the
 * database refuses a second one, also of another organisation that shares the ad account.
 */
@Injectable()
export class ObjectCreation {
  constructor(
    private readonly config: AppConfig,
    private readonly api: AdObjectApi,
    private readonly changes: AdChanges,
    private readonly claims: ObjectClaims,
    private readonly created: CreatedObjects,
    private readonly reader: AdObjectReader,
    private readonly capabilities: AccountCapabilities,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the change with the object's id
   * @throws BusyError while the outcome is unknown; TikTokError if TikTok refused, or was not asked
   */
  async create(account: AdAccountRef, wanted: NewObject, actor: Actor): Promise<AdChange> {
    const { accountId } = account;
    const change = await this.changes.intend({ accountId, action: 'create', actor, ...wanted });
    return await this.complete(account, change);
  }

  /** Continues a change from its row. */
  async complete(account: AdAccountRef, change: AdChange): Promise<AdChange> {
    if (change.state === 'sent' || change.state === 'unknown') await this.adoptIfThere(account, change);
    if (change.state === 'intended' || change.state === 'sent' || change.state === 'unknown')
      await this.send(account, change);
    if (change.state === 'succeeded' && change.after === null) await this.readBack(account, change);
    return change;
  }

  /** @returns false if TikTok has no such object */
  async adoptIfThere(account: AdAccountRef, change: AdChange): Promise<boolean> {
    const age = this.clock.now().getTime() - (change.sentAt?.getTime() ?? 0);
    const waitMs = this.config.ads.settleSeconds * 1000 - age;
    // The call may still be on its way: an early look would miss it.
    if (waitMs > 0) throw stillUnknown(change, Math.ceil(waitMs / 1000));
    const candidates = await this.created.candidates(account, change);
    // Only now: a create that made one of them had been marked as sent before TikTok listed it.
    if (await this.created.isContested(change)) throw stillUnknown(change, CONTESTED_SECONDS);
    for (const objectId of candidates) if (await this.claims.adopt(change, objectId)) return true;
    return false;
  }

  private async send(account: AdAccountRef, change: AdChange): Promise<void> {
    const kind = { family: change.family, level: change.level };
    const { settleSeconds } = this.config.ads;
    const earlierAt = change.sentAt;
    await this.changes.sent(change, this.clock.inSeconds(settleSeconds));
    const body = { ...change.body, ...(hasRequestId(kind) && { request_id: change.requestId }) };
    const caller = callerOf(account, priorityOf(change));
    try {
      const { data, requestId } = await withShortWaits(() => this.api.create(caller, kind, body));
      if (data.id === undefined) throw await this.becomesUnknown(change, 'TikTok sent no id.');
      await this.claims.created(change, data.id, requestId);
      await this.noteAbility(change, null);
    } catch (error) {
      throw await this.recordFailure(change, error, earlierAt);
    }
  }

  private async recordFailure(change: AdChange, error: unknown, earlierAt: Date | null): Promise<unknown> {
    if (error instanceof BusyError && change.state === 'unknown') return error;
    const isRepeat = error instanceof TikTokApiError && error.code === DUPLICATE_REQUEST;
    if (outcomeUnknown(error) || isRepeat) return await this.becomesUnknown(change, messageOf(error));
    if (error instanceof TikTokApiError && !(error instanceof TikTokRateLimitedError)) {
      await this.changes.failed(change, error);
      if (error.code === NOT_ALLOWLISTED) await this.noteAbility(change, error.code);
    }
    if (isTransient(error)) await this.changes.notSent(change, earlierAt);
    return error;
  }

  private async noteAbility({ family, level, accountId }: AdChange, code: string | null): Promise<void> {
    if (family === 'us_plus' && level === 'campaign')
      await this.capabilities.note(accountId, 'smart_plus', code);
  }

  private async becomesUnknown(change: AdChange, why: string): Promise<BusyError> {
    const { settleSeconds } = this.config.ads;
    await this.changes.unknown(change, why, this.clock.inSeconds(settleSeconds));
    return stillUnknown(change, settleSeconds);
  }

  /** TikTok drops unknown keys and fills defaults without an error. The difference belongs into the journal. */
  private async readBack(account: AdAccountRef, change: AdChange): Promise<void> {
    const { objectId, family, level } = change;
    if (objectId === null) return;
    const kind = { family, level };
    // The object exists, even if it cannot be compared now.
    const [row] = await this.reader.byIds(account, kind, [objectId]).catch(() => []);
    if (!row) return;
    const differences = differencesOf(sentObject(change), row);
    await this.changes.compared(change, { after: row, differences });
  }
}

/** A launch is many calls, none of which keeps a user waiting: what a user does in the meantime goes first. */
function priorityOf({ launchId }: AdChange): Priority {
  return launchId === null ? 'interactive' : 'background';
}

// Ads have no idempotency key. Corrections §2a.
function hasRequestId({ level }: AdKind): boolean {
  return level !== 'ad';
}

function stillUnknown({ level, name, id }: AdChange, seconds: number): BusyError {
  return new BusyError(
    'ad_outcome_unknown',
    `We couldn't confirm whether TikTok created the ${level.replace('_', ' ')} “${name ?? ''}”. We look it up shortly; ` +
      `GET /api/ads/changes/${id} shows the outcome. Don't create it again before.`,
    seconds,
  );
}
