import type { BusinessSettings } from '../business-settings.js';
import { APP_LEVELS, type AppLevel } from './app-levels.js';

type Level = BusinessSettings['appLevel'];

/** The narrower limits of single paths, whose calls count for the app as well. Source: corrections §2a. */
const OWN_LEVELS: Readonly<Record<string, Readonly<Record<Level, AppLevel>>>> = {
  '/ad/create/': {
    basic: { perSecond: 5, perMinute: 150, perDay: 86_400 },
    advanced: { perSecond: 10, perMinute: 200, perDay: 86_400 },
    premium: { perSecond: 10, perMinute: 300, perDay: 86_400 },
    ultimate: { perSecond: 15, perMinute: 300, perDay: 86_400 },
  },
};

/** The Streaming API has its own, much wider limit: 10,000 calls a second at every level. */
const STREAMING = /^\/segment\//;
const STREAMING_LEVEL: AppLevel = { perSecond: 10_000, perMinute: 0, perDay: 0 };

/** A limit, and the calls that it counts together. */
export interface CountedLevel {
  readonly key: string;
  readonly level: AppLevel;
}

/** The limits that a call has to keep, the narrowest first; 0 is no limit. */
export function levelsOf(endpoint: string, { appLevel, rateScope }: BusinessSettings): CountedLevel[] {
  if (STREAMING.test(endpoint)) return [{ key: 'streaming', level: STREAMING_LEVEL }];
  const own = OWN_LEVELS[endpoint]?.[appLevel];
  const shared = { key: rateScope === 'app' ? 'app' : endpoint, level: APP_LEVELS[appLevel] };
  return own ? [{ key: `${endpoint} alone`, level: own }, shared] : [shared];
}
