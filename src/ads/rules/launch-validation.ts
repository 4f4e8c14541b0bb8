import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/index.js';
import { AppConfig, type AdDriver } from '../../config/index.js';
import type { AdAccountRef } from '../../integrations/index.js';
import type { LaunchBodyDto } from '../spec/launch-body.dto.js';
import { largestDailySpend } from './daily-spend.js';
import { driverComplaint } from './driver-complaint.js';
import { driverFor, type AccountAbilities } from './driver-table.js';
import type { AdsValidationView } from './dto/validation.view.js';
import { RETIRED_OBJECTIVES } from './tables/objective-table.js';
import type { AccountFacts, RuleContext } from './rule-context.js';
import { validate } from './validate.js';

/** What TikTok has said of an ad account; absent facts are not checked. */
export interface KnownAccount {
  abilities?: AccountAbilities;
  facts?: AccountFacts;
}

/** Checks launches by what it is given. */
@Injectable()
export class LaunchValidation {
  constructor(
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {}

  /** Checks a launch for an account of the organisation. */
  check(body: LaunchBodyDto, account: AdAccountRef, known: KnownAccount = {}): AdsValidationView {
    const { drivers } = this.config.ads.rules;
    const choice = driverFor(drivers, body.objective, this.clock.now(), known.abilities);
    // Without a driver the other fields are checked as for the family that fits the objective.
    const context = this.contextOf(choice.driver ?? likelyDriver(body.objective), account, known.facts);
    const found = validate(body, context);
    // A retired objective has a better complaint, with its successor.
    const named = found.some(({ field }) => field === 'objective') && RETIRED_OBJECTIVES.has(body.objective);
    const rest =
      choice.driver === null && !named ? found.filter(({ field }) => field !== 'objective') : found;
    const complaints = choice.driver === null && !named ? [driverComplaint(choice), ...rest] : rest;
    return {
      driver: choice.driver,
      complaints,
      errors: complaints.length,
      largestDailySpend: largestDailySpend(body, context),
    };
  }

  contextOf(driver: AdDriver, { currency }: AdAccountRef, facts?: AccountFacts): RuleContext {
    const settings = this.config.ads.rules;
    return { driver, currency, now: this.clock.now(), settings, ...(facts && { account: facts }) };
  }
}

function likelyDriver(objective: string): AdDriver {
  return ['WEB_CONVERSIONS', 'LEAD_GENERATION', 'APP_PROMOTION'].includes(objective) ? 'us_plus' : 'manual';
}
