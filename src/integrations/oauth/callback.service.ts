import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Clock, InvalidInputError, messageOf, SingleFlight, within } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import { TikTokError } from '../../tiktok/index.js';
import type { CredentialFamily } from '../integration/credential.entity.js';
import { failureCode, refusalCode } from './callback-codes.js';
import { CallbackRedirects } from './callback-redirects.js';
import { CodeExchange } from './code-exchange.js';
import { GrantService } from './grant.service.js';
import type { OAuthState } from './oauth-state.entity.js';
import { OAuthStateStore, type CallbackAnswer } from './oauth-state.store.js';
import { withOutcome } from './return-url.js';

// Proxies and users wait longer; after this the exchange continues without the browser.
const BROWSER_WAITS_MS = 15_000;
const POLL_MS = 250;
// TikTok's answer and the commit take less.
const FINISHED_WITHIN_MS = 60_000;

/**
 * Takes a browser from TikTok's redirect to its next address. A state is used once. A reload or a double click that brings
 * the same answer again soon gets the same outcome, without a second exchange.
 */
@Injectable()
export class CallbackService {
  private readonly logger = new Logger(CallbackService.name);
  /** By state: the exchanges that this process runs, and the outcomes that it waits for. */
  private readonly finishing = new SingleFlight<string>();
  private readonly looking = new SingleFlight<string>();

  constructor(
    private readonly states: OAuthStateStore,
    private readonly exchange: CodeExchange,
    private readonly grants: GrantService,
    private readonly redirects: CallbackRedirects,
    private readonly orgContext: OrgContext,
    private readonly clock: Clock,
  ) {}

  /** @returns the browser's next address. @throws InvalidInputError for a state that this service did not issue */
  async handle(family: CredentialFamily, state: string, answer: CallbackAnswer): Promise<string> {
    const found = await this.states.use(state, family, answer);
    if (found.verdict === 'unknown') throw unknownState();
    const { verdict, state: row } = found;
    if (verdict === 'valid') return await this.inTime(row, this.finishOnce(row, answer));
    if (verdict === 'repeated') return await this.inTime(row, this.outcomeOf(row));
    return unusable(row, verdict);
  }

  private inTime(state: OAuthState, next: Promise<string>): Promise<string> {
    return within(BROWSER_WAITS_MS, next, () => this.redirects.refused(state, 'consent_pending'));
  }

  private finishOnce(state: OAuthState, answer: CallbackAnswer): Promise<string> {
    const work = () => this.inside(state, () => this.finish(state, answer));
    return this.finishing.join(keyOf(state), work).result;
  }

  /** Runs inside the organisation. @throws what neither TikTok, the database nor the grant is the cause of */
  private async finish(state: OAuthState, { code, error: refusal }: CallbackAnswer): Promise<string> {
    try {
      if (refusal || !code) return await this.refuse(state, refusalCode(refusal));
      return await this.redirects.connected(state, await this.exchange.connect(state, code));
    } catch (error) {
      this.grants.completeSoon();
      const outcome = failureCode(error);
      if (outcome === undefined) throw error;
      if (error instanceof TikTokError)
        this.logger.warn(`an account could not be connected: ${error.message}`);
      return await this.refuse(state, outcome);
    }
  }

  /** Stores the reason for a reload. A reason that cannot be stored is still returned once. */
  private async refuse(state: OAuthState, code: string): Promise<string> {
    await this.states
      .refused(state, code)
      .catch((error: unknown) => this.logger.warn(`an outcome could not be stored: ${messageOf(error)}`));
    return this.redirects.refused(state, code);
  }

  /** Returns the outcome of an exchange that has ended, or that this process or another one is running. */
  private outcomeOf(state: OAuthState): Promise<string> {
    const key = keyOf(state);
    const flight = this.finishing.current(key) ?? this.looking.join(key, () => this.look(state));
    return flight.result;
  }

  private async look(state: OAuthState): Promise<string> {
    for (const until = performance.now() + BROWSER_WAITS_MS; ; await sleep(POLL_MS)) {
      const now = await this.states.find(state);
      const id = now?.outcomeIntegrationId;
      if (now && id) return await this.inside(now, () => this.redirects.connected(now, id));
      if (now?.outcomeCode) return this.redirects.refused(now, now.outcomeCode);
      if (this.isAbandoned(state)) return unusable(state, 'used');
      if (performance.now() > until) return this.redirects.refused(state, 'consent_pending');
    }
  }

  /** True if the process that ran the exchange must have ended before it finished. */
  private isAbandoned({ usedAt }: OAuthState): boolean {
    return this.clock.now().getTime() - (usedAt?.getTime() ?? 0) > FINISHED_WITHIN_MS;
  }

  private inside(state: OAuthState, work: () => Promise<string>): Promise<string> {
    return this.orgContext.run(state.organisationId, `finish a consent: ${state.family}`, work);
  }
}

function keyOf({ stateHash }: OAuthState): string {
  return stateHash.toString('hex');
}

function unusable({ returnUrl }: OAuthState, verdict: 'used' | 'expired'): string {
  return withOutcome(returnUrl, { status: 'error', code: `state_${verdict}` });
}

function unknownState(): InvalidInputError {
  return new InvalidInputError(
    'This sign-in is unknown. Start again from the admin UI.',
    [{ field: 'state', message: 'was not issued by this service' }],
    'unknown_state',
  );
}
