import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { Check } from '../check.js';
import { ok, warning, type Verdict } from '../finding.js';
import { isRealTikTok } from '../real-tiktok.js';

/** Settings that the service starts with although an operator should look at them. */
@Injectable()
export class SettingsCheck extends Check {
  readonly name = 'settings';

  constructor(private readonly config: AppConfig) {
    super();
  }

  examine(): Verdict {
    const { notices, production, tiktok } = this.config;
    return settingsVerdict(notices, production && !tiktok.rehearsal && !isRealTikTok(tiktok));
  }
}

/** @param standsIn whether production calls another host than TikTok's without saying that this is a rehearsal */
export function settingsVerdict(notices: readonly string[], standsIn: boolean): Verdict {
  const told = [
    ...notices,
    ...(standsIn ? ['In production none of the TIKTOK_…_BASE_URL is TikTok: no post reaches it.'] : []),
  ];
  if (told.length === 0) return ok('Every setting has its shape.');
  return warning(told.join(' '), 'Correct these lines of the environment, then restart the service.');
}
