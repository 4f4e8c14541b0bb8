import { tooFrequent } from '../limits/app-rate.js';
import type { AccountCall } from '../wire/business-call.js';

const DAY_MS = 86_400_000;

/** Six posts a minute and 15 a day for each account. @throws BusinessError 40100 */
export function takePublishQuota({ world, state, settings, account, now }: AccountCall): void {
  if (!world.settings.rateLimits) return;
  const { endpoints } = state.rate;
  const key = `publish/${account.businessId}`;
  if (!endpoints.take(`${key}/minute`, settings.publishPerMinute, 60_000, now)) throw tooFrequent('QPM');
  if (!endpoints.take(`${key}/day`, settings.publishPerDay, DAY_MS, now)) throw tooFrequent('QPD');
}
