import { Injectable } from '@nestjs/common';
import { AdAccountAccess, type AdAccountRef } from '../../integrations/index.js';
import type { Priority } from '../../tiktok/index.js';
import { AccountCapabilities } from '../accounts/account-capabilities.js';
import { LaunchValidation, type KnownAccount } from '../rules/launch-validation.js';
import type { LaunchBody } from '../spec/launch-body.dto.js';
import { AccountFactFinder, type Publications } from './account-fact-finder.js';
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
    private readonly validation: LaunchValidation,
    private readonly finder: AccountFactFinder,
  ) {}

  /** @throws ForbiddenError if the organisation cannot use the ad account */
  async run(body: LaunchBody): Promise<CheckedLaunchView> {
    const account = await this.accounts.find(body.accountId);
    return this.judge(account, await this.know(account, body, 'interactive'));
  }

  /** Judges a launch by what is known. */
  judge(account: AdAccountRef, { launch, abilities, facts, unchecked }: KnownLaunch): CheckedLaunchView {
    return { ...this.validation.check(launch, account, { abilities, facts }), unchecked };
  }

  /** Asks TikTok for what the rules need of the ad account. */
  async know(
    account: AdAccountRef,
    body: LaunchBody,
    priority: Priority,
    publications: Publications = 'decide',
  ): Promise<KnownLaunch> {
    const [{ body: launch, facts, unchecked }, smartPlus] = await Promise.all([
      this.finder.find(account, body, priority, publications),
      this.capabilities.read(account.accountId, 'smart_plus'),
    ]);
    const abilities = { usPlusWrites: smartPlus?.allowed ?? null };
    return { launch, abilities, facts, unchecked };
  }
}
