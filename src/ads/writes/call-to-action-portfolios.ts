import { Injectable } from '@nestjs/common';
import { ConflictError } from '../../common/index.js';
import { AdToolApi, PortfolioApi, type AdCaller } from '../../tiktok/index.js';
import { withShortWaits } from '../objects/short-waits.js';

// What the button leads to, in the words of TikTok's recommendations.
const CONTENT_TYPES: Record<string, string> = { APP_PROMOTION: 'APP_DOWNLOAD' };

/**
 * Makes the portfolio of a call to action, whose id Upgraded Smart+ wants. A second portfolio after a lost answer costs
 * nothing and shows nowhere, and TikTok never lists them, so it is made again.
 */
@Injectable()
export class CallToActionPortfolios {
  constructor(
    private readonly tools: AdToolApi,
    private readonly portfolios: PortfolioApi,
  ) {}

  /**
   * @param objective of the campaign
   * @param word as in the fields of ads, e.g. SHOP_NOW
   * @returns TikTok's id. @throws ConflictError if TikTok does not offer it to the ad account
   */
  async create(caller: AdCaller, objective: string, word: string): Promise<string> {
    const type = CONTENT_TYPES[objective] ?? 'LANDING_PAGE';
    const offered = await withShortWaits(() => this.tools.recommendedCallsToAction(caller, type));
    const found = offered.find(({ asset_content: text }) => text && asWord(text) === word);
    if (!found?.asset_ids || !found.asset_content)
      throw new ConflictError(
        'call_to_action_not_offered',
        `TikTok offers no call to action ${word} for this ad account. It offers ` +
          `${offered.map(({ asset_content: text }) => asWord(text ?? '')).join(', ') || 'none'}.`,
      );
    const assets = [{ asset_ids: found.asset_ids, asset_content: found.asset_content }];
    const id = await withShortWaits(() => this.portfolios.createCallToAction(caller, assets));
    if (id === undefined) throw new Error('TikTok sent no id of the call to action');
    return id;
  }
}

/** `Shop now` is SHOP_NOW in the fields of ads. */
function asWord(text: string): string {
  return text
    .trim()
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '_');
}
