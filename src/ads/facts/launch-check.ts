import { Injectable } from '@nestjs/common';
import { AdAccountAccess, type AdAccountRef } from '../../integrations/index.js';
import type { Priority } from '../../tiktok/index.js';
import { AccountCapabilities } from '../accounts/account-capabilities.js';
import { PublicationCreatives } from '../rules/publication-creatives.js';
import { withoutNulls } from '../rules/without-nulls.js';
import { LaunchValidation, type KnownAccount } from '../rules/launch-validation.js';
import type { LaunchBody } from '../spec/launch-body.dto.js';
import { AccountFactFinder } from './account-fact-finder.js';
import type { CheckedLaunchView } from './dto/checked-launch.view.js';
import type { Unchecked } from './fact-reader.js';

/** A launch with what is known of its ad account. */
export interface KnownLaunch extends Required<KnownAccount> {
  /** Without nulls, and with posts in the place of publications that are advertised as such. */
  launch: LaunchBody;
  unchecked: Unchecked[];
}

/** Checks a launch by the rules, with what TikTok says of the ad account. */
@Injectable()
export class LaunchCheck {
  constructor(
    private readonly accounts: AdAccountAccess,
    private readonly capabilities: AccountCapabilities,
    private readonly publications: PublicationCreatives,
    private readonly validation: LaunchValidation,
    private readonly finder: AccountFactFinder,
  ) {}

  /** @throws ForbiddenError if the organisation cannot use the ad account */
  async run(body: LaunchBody): Promise<CheckedLaunchView> {
    return await this.of(await this.accounts.find(body.accountId), body, 'interactive');
  }

  async of(account: AdAccountRef, body: LaunchBody, priority: Priority): Promise<CheckedLaunchView> {
    const { launch, abilities, facts, unchecked } = await this.know(account, body, priority);
    return { ...this.validation.check(launch, account, { abilities, facts }), unchecked };
  }

  /** Asks TikTok for what the rules need of the ad account. */
  async know(account: AdAccountRef, body: LaunchBody, priority: Priority): Promise<KnownLaunch> {
    const { body: launch, publications } = await this.publications.ofLaunch(withoutNulls(body), account);
    const [{ facts, unchecked }, smartPlus] = await Promise.all([
      this.finder.find(account, launch, priority),
      this.capabilities.read(account.accountId, 'smart_plus'),
    ]);
    const abilities = { usPlusWrites: smartPlus?.allowed ?? null };
    return { launch, abilities, facts: { ...facts, publications }, unchecked };
  }
}
