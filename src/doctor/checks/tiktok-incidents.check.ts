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

export function incidentsVerdict(
  open: readonly { title: string; isMajor: boolean; explainsRefusals: boolean }[],
): Verdict {
  if (open.length === 0) return ok('TikTok has reported no incident of its service.');
  const titles = open.map(({ title }) => `“${title || 'untitled'}”`).join(', ');
  const effects = [
    ...(open.some(({ isMajor }) => isMajor) ? ['Planned syncs pause.'] : []),
    ...(open.some((one) => one.explainsRefusals)
      ? ['Integrations whose tokens TikTok refuses do not expire.']
      : []),
  ];
  const effect = effects.join(' ') || 'The service works as usual.';
  return warning(
    `TikTok reports ${open.length} incident(s): ${titles}. ${effect}`,
    'Wait until TikTok resolves it. An incident without news ends after 24 hours, and none has an effect for longer than TIKTOK_INCIDENT_HOURS.',
  );
}
