import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { Check } from '../check.js';
import { ok, warning, type Verdict } from '../finding.js';
import { isRealTikTok } from '../real-tiktok.js';

/** Reports settings that an operator should review although the service starts with them. */
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

/** @param standsIn true if production calls a host other than TikTok without TIKTOK_REHEARSAL */
export function settingsVerdict(notices: readonly string[], standsIn: boolean): Verdict {
  const parts = [
    ...notices,
    ...(standsIn
      ? ['In production, none of the TIKTOK_…_BASE_URL settings points to TikTok: no post reaches it.']
      : []),
  ];
  if (parts.length === 0) return ok('All settings are valid.');
  return warning(parts.join(' '), 'Correct these settings, then restart the service.');
}
