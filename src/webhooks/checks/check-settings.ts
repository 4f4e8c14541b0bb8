import type { AppConfig } from '../../config/index.js';
import type { CheckName } from './check-report.js';

type CheckedSettings = Pick<AppConfig, 'tiktok' | 'webhookWatch'> & { http: { publicUrl: string } };

/** @returns the settings on which the result of a check depends, as text without secrets. After a change it is repeated. */
export function settingsOf(name: CheckName, { http, tiktok, webhookWatch }: CheckedSettings): string {
  if (name === 'watchdog') return JSON.stringify([webhookWatch.hours, webhookWatch.misses]);
  const { business, accountWebhooks, adWebhooks } = tiktok;
  const app = [http.publicUrl, business?.id ?? null, accountWebhooks.checkMinutes];
  return JSON.stringify(
    name === 'accounts'
      ? [...app, accountWebhooks.mode]
      : [...app, adWebhooks.mode, ...adWebhooks.families.toSorted()],
  );
}
