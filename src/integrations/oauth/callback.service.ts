import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock, InvalidInputError, SingleFlight, within } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import type { CredentialFamily } from '../integration/credential.entity.js';
import { ConsentFinisher } from '../connect/consent-finisher.js';
import { ConsentRedirects } from './callback-redirects.js';
import type { OAuthState } from './oauth-state.entity.js';
import { OAuthStates, type Answer } from './oauth-state.store.js';
import { withOutcome } from './return-url.js';

// Proxies and users wait longer; the consent is finished without the browser then.
const BROWSER_WAITS_MS = 15_000;
const POLL_MS = 250;
// TikTok's answer and the commit take less.
const FINISHED_WITHIN_MS = 60_000;

/**
 * Brings a browser from TikTok's redirect to where it goes next. A state is used once; the same answer that comes again
 * soon, by a reload or a double click, gets the same outcome without a second exchange.
 */
@Injectable()
export class CallbackService {
  /** By state: the consents that this process finishes now, and those whose outcome it looks for. */
  private readonly finishing = new SingleFlight<string>();
  private readonly looking = new SingleFlight<string>();

  constructor(
    private readonly states: OAuthStates,
    private readonly finisher: ConsentFinisher,
    private readonly redirects: ConsentRedirects,
    private readonly orgContext: OrgContext,
    private readonly clock: Clock,
  ) {}

  /** @returns where to. @throws InvalidInputError for a state that is not one of ours */
  async comeBack(family: CredentialFamily, state: string, answer: Answer): Promise<string> {
    const found = await this.states.use(state, family, answer);
    if (found.verdict === 'unknown') throw unknownState();
    const { verdict, state: consent } = found;
    if (verdict === 'valid') return await this.inTime(consent, this.finish(consent, answer));
    if (verdict === 'repeated') return await this.inTime(consent, this.outcomeOf(consent));
    return unusable(consent, verdict);
  }

  private inTime(consent: OAuthState, next: Promise<string>): Promise<string> {
    return within(BROWSER_WAITS_MS, next, () => this.redirects.refused(consent, 'consent_pending'));
  }

  private finish(consent: OAuthState, answer: Answer): Promise<string> {
    const work = () => this.inside(consent, () => this.finisher.finish(consent, answer));
    return this.finishing.join(keyOf(consent), work).result;
  }

  /** Of a consent that is finished, or that this process or another one is finishing. */
  private outcomeOf(consent: OAuthState): Promise<string> {
    const key = keyOf(consent);
    const flight = this.finishing.current(key) ?? this.looking.join(key, () => this.look(consent));
    return flight.result;
  }

  private async look(consent: OAuthState): Promise<string> {
    for (const until = performance.now() + BROWSER_WAITS_MS; ; await sleep(POLL_MS)) {
      const now = await this.states.find(consent);
      const id = now?.outcomeIntegrationId;
      if (now && id) return await this.inside(now, () => this.redirects.connected(now, id));
      if (now?.outcomeCode) return this.redirects.refused(now, now.outcomeCode);
      if (this.isAbandoned(consent)) return unusable(consent, 'used');
      if (performance.now() > until) return this.redirects.refused(consent, 'consent_pending');
    }
  }

  /** The process that was finishing it has ended before it could. */
  private isAbandoned({ usedAt }: OAuthState): boolean {
    return this.clock.now().getTime() - (usedAt?.getTime() ?? 0) > FINISHED_WITHIN_MS;
  }

  private inside(consent: OAuthState, work: () => Promise<string>): Promise<string> {
    return this.orgContext.run(consent.organisationId, `finish a consent: ${consent.family}`, work);
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
    'This sign-in is not known here. Start again from the admin UI.',
    [{ field: 'state', message: 'is not one of ours' }],
    'unknown_state',
  );
}
