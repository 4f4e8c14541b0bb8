import type { AdvertiserCall } from '../wire/business-call.js';
import { invalidParam } from '../wire/business-error.js';

/**
 * Refuses new manual campaigns from the day on which TikTok ends them, and by a setting what is new below them.
 * Existing ones may still be changed. Source: corrections §1.
 * @throws BusinessError 40002
 */
export function checkManualCreate(
  { settings, now }: AdvertiserCall,
  objectiveType: string,
  level: 'campaign' | 'below',
): void {
  const { manualCreateEndsAt, manualCreateEndsFor, manualCreateEndsBelow } = settings;
  // An empty setting is no time, and no time is never reached.
  const hasEnded = now >= Date.parse(manualCreateEndsAt);
  const isMeant = manualCreateEndsFor.length === 0 || manualCreateEndsFor.includes(objectiveType);
  if (hasEnded && isMeant && (level === 'campaign' || manualCreateEndsBelow))
    throw invalidParam(
      `objective_type: Manual Campaigns can no longer be created for ${objectiveType}. Use /smart_plus/campaign/create/.`,
    );
}
