import { Injectable } from '@nestjs/common';
import { TikTokIncidents } from '../../integrations/index.js';
import { Check } from '../check.js';
import { ok, warning, type Verdict } from '../finding.js';

/** Checks whether TikTok reports incidents of its own service. */
@Injectable()
export class TikTokIncidentsCheck extends Check {
  readonly name = 'tiktok_incidents';

  constructor(private readonly incidents: TikTokIncidents) {
    super();
  }

  async examine(): Promise<Verdict> {
    return incidentsVerdict(await this.incidents.open());
  }
}

export function incidentsVerdict(open: readonly { title: string; isMajor: boolean }[]): Verdict {
  if (open.length === 0) return ok('TikTok has reported no incident of its service.');
  const titles = open.map(({ title }) => `“${title || 'untitled'}”`).join(', ');
  const effect = open.some(({ isMajor }) => isMajor)
    ? 'Planned syncs pause, and integrations whose tokens TikTok refuses do not expire.'
    : 'Integrations whose tokens TikTok refuses do not expire.';
  return warning(
    `TikTok reports ${open.length} incident(s): ${titles}. ${effect}`,
    'Wait until TikTok resolves it. An incident without news ends after 24 hours.',
  );
}
