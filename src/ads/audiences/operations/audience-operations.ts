import { Injectable } from '@nestjs/common';
import { Clock, DomainError } from '../../../common/index.js';
import { AppConfig } from '../../../config/index.js';
import { AdAccountAccess, callerOf, stepFailure } from '../../../integrations/index.js';
import { NotYetError, outcomeOf, WorkHandler, type Claim } from '../../../jobs/index.js';
import {
  AudienceApi,
  ErrorExplainer,
  isTransient,
  outcomeUnknown,
  TikTokApiError,
  TikTokRateLimitedError,
} from '../../../tiktok/index.js';
import { AudienceStore } from '../audience-store.js';
import type { AudienceUpload } from '../audience-upload.entity.js';
import { HashedFiles } from '../staging/hashed-files.js';
import { AudienceLookup } from './audience-lookup.js';
import { PlacementUnknownError } from './audience-placements.js';
import { AnswerWithoutIdError, AudienceSender, type Operation } from './audience-sender.js';

const TURN_SECONDS = 5;
// TikTok matches for up to two days.
const MATCHING_MS = 48 * 3_600_000;
const POLL_SECONDS = { least: 2, most: 900 };
const MAX_ATTEMPTS = 20;

/** Brings an operation to its end, one step per claim: upload, send once, look up a lost answer, follow the matching. */
@Injectable()
export class AudienceOperations {
  constructor(
    private readonly config: AppConfig,
    private readonly store: AudienceStore,
    private readonly accounts: AdAccountAccess,
    private readonly sender: AudienceSender,
    private readonly lookup: AudienceLookup,
    private readonly files: HashedFiles,
    private readonly api: AudienceApi,
    private readonly errors: ErrorExplainer,
    private readonly clock: Clock,
  ) {}

  @WorkHandler('audience')
  async handle(claim: Claim): Promise<void> {
    const upload = await this.store.upload(claim.id);
    if (!upload) return;
    try {
      await this.step(upload, claim);
    } catch (error) {
      await this.handleFailure(upload, claim, error);
    }
  }

  private async step(upload: AudienceUpload, claim: Claim): Promise<void> {
    if (upload.state === 'done' || upload.state === 'failed') return await this.end(upload, upload.state);
    const audience = await this.store.find(upload.audienceId);
    const account = await this.accounts.find(upload.accountId);
    const caller = callerOf(account);
    const operation = { upload, audience, account, caller, assertHeld: () => claim.assertHeld() };
    if (upload.state === 'matching') return await this.follow(operation);
    if (upload.state === 'sending' || upload.state === 'unknown') {
      this.assertSettled(upload);
      if (await this.lookup.tookEffect(operation)) return await this.sent(operation);
    } else if (await this.store.mustWait(upload)) {
      throw new NotYetError('an earlier operation on the audience comes first', TURN_SECONDS);
    }
    await this.send(operation);
  }

  private async send(operation: Operation): Promise<void> {
    const { upload } = operation;
    const isMissing = (upload.parts ?? []).some(({ path }) => path === undefined);
    if (isMissing && !(await this.files.has(upload.id))) throw new FilesLostError();
    await this.sender.uploadParts(operation);
    await operation.assertHeld();
    await this.store.setUpload(upload, { state: 'sending', sentAt: this.clock.now() });
    await this.sender.send(operation);
    await this.sent(operation);
  }

  private async sent({ upload, audience }: Operation): Promise<void> {
    await this.files.remove(upload.id);
    if (upload.action === 'apply') return await this.end(upload, 'done');
    if (upload.action === 'delete') {
      await this.store.setAudience(audience, { deletedAt: this.clock.now() });
      return await this.end(upload, 'done');
    }
    const dueAt = this.clock.inSeconds(POLL_SECONDS.least);
    await this.store.setUpload(upload, { state: 'matching', dueAt, sentAt: this.clock.now() });
  }

  /** Asks TikTok how far the matching is. */
  private async follow({ upload, audience, caller }: Operation): Promise<void> {
    const asOf = this.clock.now();
    const [state] = await this.api.get(caller, [audience.tiktokId ?? '']);
    if (state) await this.store.setDetails(audience, state.audience_details, asOf);
    const ageMs = asOf.getTime() - (upload.sentAt ?? asOf).getTime();
    const isOver = !state || audience.isValid === true || audience.message !== null || ageMs > MATCHING_MS;
    if (isOver) return await this.end(upload, 'done');
    const pause = Math.min(POLL_SECONDS.most, Math.max(POLL_SECONDS.least, ageMs / 2000));
    await this.store.setUpload(upload, { dueAt: this.clock.inSeconds(pause) });
  }

  /** The call may still be on its way: an early look would miss it. */
  private assertSettled({ sentAt }: AudienceUpload): void {
    const ageMs = this.clock.now().getTime() - (sentAt?.getTime() ?? 0);
    const waitSeconds = this.config.ads.settleSeconds - ageMs / 1000;
    if (waitSeconds > 0) throw new NotYetError('the outcome is looked up later', Math.ceil(waitSeconds));
  }

  private async handleFailure(upload: AudienceUpload, claim: Claim, error: unknown): Promise<void> {
    const rejection = this.rejectionOf(error);
    const isSending = upload.state === 'sending';
    const outcome = outcomeOf(
      {
        ...stepFailure(error),
        rejected: rejection !== undefined,
        outcomeUnknown: isSending && isUnknown(error),
      },
      claim,
      { maxAttempts: MAX_ATTEMPTS },
    );
    if (outcome.kind === 'unknown') {
      const dueAt = this.clock.inSeconds(this.config.ads.settleSeconds);
      return await this.store.setUpload(upload, { state: 'unknown', dueAt });
    }
    if (outcome.kind === 'stop') throw outcome.error;
    if (outcome.kind === 'retry') {
      // The call certainly had no effect, so nothing has to be looked up.
      if (isSending && isTransient(error)) await this.store.setUpload(upload, { state: 'staged' });
      throw outcome.error;
    }
    await this.files.remove(upload.id);
    const exhausted = {
      code: 'tiktok_unreachable',
      message: this.errors.explain({ code: 'tiktok_unreachable' }).message,
    };
    await this.end(upload, 'failed', rejection ?? exhausted);
  }

  private rejectionOf(error: unknown): { code: string; message: string } | undefined {
    if (error instanceof TikTokRateLimitedError) return undefined;
    if (error instanceof TikTokApiError) {
      const { code, message } = this.errors.explain(error);
      return { code, message: `${message} TikTok says: ${error.tiktokMessage}` };
    }
    return error instanceof DomainError ? { code: error.code, message: error.message } : undefined;
  }

  private async end(
    upload: AudienceUpload,
    state: 'done' | 'failed',
    failure?: { code: string; message: string },
  ): Promise<void> {
    await this.store.setUpload(upload, {
      state,
      dueAt: null,
      finishedAt: upload.finishedAt ?? this.clock.now(),
      ...(failure && { failCode: failure.code, failMessage: failure.message }),
      // What TikTok did not take counts towards no limit.
      ...(state === 'failed' && { countedAt: null }),
    });
  }
}

/** The staged files are on another machine, or were removed. */
class FilesLostError extends DomainError {
  readonly status = 409;

  constructor() {
    super(
      'audience_files_lost',
      'The hashes are no longer on this server, so nothing was sent. Upload the file again. With several servers, DATA_DIR must ' +
        'be a folder that they share.',
    );
  }
}

function isUnknown(error: unknown): boolean {
  return (
    outcomeUnknown(error) || error instanceof AnswerWithoutIdError || error instanceof PlacementUnknownError
  );
}
