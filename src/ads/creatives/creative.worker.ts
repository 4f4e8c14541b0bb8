import { Injectable } from '@nestjs/common';
import { DomainError, noteFacts } from '../../common/index.js';
import { AdAccountAccess, callerOf, stepFailure } from '../../integrations/index.js';
import { outcomeOf, WorkHandler, type Claim } from '../../jobs/index.js';
import { ErrorExplainer, TikTokApiError } from '../../tiktok/index.js';
import { ENDED, type AdCreative } from './ad-creative.entity.js';
import { CreativeReceiving } from './creative-receiving.js';
import { CreativeRefusedError } from './creative-refused.error.js';
import { CreativeSending } from './creative-sending.js';
import { CreativeStaging } from './creative-staging.js';
import { CreativeStore, type CreativeFailure } from './creative-store.js';
import { CreativeWaiting } from './creative-waiting.js';

const MAX_ATTEMPTS = 10;

/** Brings a creative into its ad account: receives it, sends it, and waits until ads can use it. */
@Injectable()
export class CreativeWorker {
  constructor(
    private readonly store: CreativeStore,
    private readonly access: AdAccountAccess,
    private readonly receiving: CreativeReceiving,
    private readonly sending: CreativeSending,
    private readonly waiting: CreativeWaiting,
    private readonly staging: CreativeStaging,
    private readonly errors: ErrorExplainer,
  ) {}

  @WorkHandler('creative')
  async handle(claim: Claim): Promise<void> {
    try {
      let creative = await this.store.find(claim.id);
      while (creative && !ENDED.has(creative.status)) {
        claim.signal.throwIfAborted();
        await this.step(creative, claim);
        creative = await this.store.find(claim.id);
      }
    } catch (error) {
      await this.handleFailure(claim, error);
    }
  }

  /** Does the next step, and throws if it is not done. */
  private async step(creative: AdCreative, claim: Claim): Promise<void> {
    const caller = callerOf(await this.access.find(creative.accountId));
    if (creative.status === 'receiving') return await this.receiving.run(creative, claim);
    if (creative.status === 'uploading') return await this.sending.run(caller, creative, claim);
    await this.waiting.run(caller, creative);
  }

  private async handleFailure(claim: Claim, error: unknown): Promise<void> {
    const reason = this.reasonOf(error);
    const failure = { ...stepFailure(error), rejected: reason !== undefined };
    const outcome = outcomeOf(failure, claim, { maxAttempts: MAX_ATTEMPTS });
    if (outcome.kind === 'stop' || outcome.kind === 'retry') throw outcome.error;
    const isFault = outcome.kind === 'exhausted' && outcome.isFault;
    if (isFault) noteFacts({ err: error });
    await this.end(claim.id, reason ?? this.explained(isFault ? 'creative_fault' : 'creative_unreachable'));
  }

  /** A file that was sent, and not confirmed, may be at TikTok. */
  private async end(id: string, reason: CreativeFailure): Promise<void> {
    const creative = await this.store.find(id);
    if (!creative) return;
    const isUnknown = creative.status === 'uploading' && creative.sentAt !== null;
    await this.store.end(id, isUnknown ? 'unknown' : 'failed', reason);
    if (creative.stagedFile) await this.staging.remove(creative.stagedFile);
  }

  private reasonOf(error: unknown): CreativeFailure | undefined {
    if (error instanceof CreativeRefusedError) return this.explained(error.code);
    if (error instanceof TikTokApiError) {
      const { code, message } = this.errors.explain(error);
      return { failCode: code, failReason: message };
    }
    if (error instanceof DomainError) return { failCode: error.code, failReason: error.message };
    return undefined;
  }

  private explained(code: string): CreativeFailure {
    const { message } = this.errors.explain({ code });
    return { failCode: code, failReason: message };
  }
}
