import type { Consent } from '../../oauth/code.store.js';
import type { World } from '../../world.js';

/** The code of a TikTok account's consent to the business app. */
export function issueAccountCode(world: World, consent: Consent): string {
  const lifetimeMs = world.settings.business.accountCodeMinutes * 60_000;
  return world.business.codes.issueForAccount(consent, world.clock.now() + lifetimeMs);
}
