/** What a launch takes from the ad account. */
export interface LaunchParts {
  accountId: string;
  identityId: string;
  pixelId: string;
  uploadId: string;
}

const HOUR_MS = 3_600_000;

/** The body of a launch of one campaign with one ad group and two ads. @param amount the daily budget in USD */
export function launchBody(
  name: string,
  amount: string,
  { accountId, identityId, pixelId, uploadId }: LaunchParts,
): object {
  const ad = (text: string, adName: string) => ({
    name: adName,
    identity: { type: 'TT_USER', id: identityId },
    creative: { uploadId },
    text,
    callToAction: 'SHOP_NOW',
    landingPageUrl: 'https://shop.example/spring',
  });
  return {
    accountId,
    name,
    objective: 'WEB_CONVERSIONS',
    budget: { mode: 'daily', amount },
    schedule: { start: new Date(Date.now() + HOUR_MS).toISOString(), end: null },
    reason: 'spring launch',
    idempotencyKey: name.replaceAll(' ', '-'),
    adGroups: [
      {
        name: 'US 25-34',
        optimizationGoal: 'CONVERT',
        pixelId,
        optimizationEvent: 'SHOPPING',
        bid: { type: 'BID_TYPE_NO_BID' },
        targeting: { locationIds: ['6252001'], ageGroups: ['AGE_25_34'] },
        ads: [ad('New drop', 'A'), ad('Spring is here', 'B')],
      },
    ],
  };
}
