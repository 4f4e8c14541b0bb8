import type { BusinessSettings } from '../business-settings.js';

export interface AppLevel {
  readonly perSecond: number;
  readonly perMinute: number;
  readonly perDay: number;
}

/** Source: business reference §12. */
export const APP_LEVELS: Record<BusinessSettings['appLevel'], AppLevel> = {
  basic: { perSecond: 10, perMinute: 600, perDay: 864_000 },
  advanced: { perSecond: 20, perMinute: 1_200, perDay: 1_728_000 },
  premium: { perSecond: 30, perMinute: 1_800, perDay: 2_592_000 },
  ultimate: { perSecond: 50, perMinute: 3_000, perDay: 4_320_000 },
};
