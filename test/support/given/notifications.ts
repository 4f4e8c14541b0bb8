import { randomUUID } from 'node:crypto';
import { SystemContext } from '../../../src/database/index.js';
import { Notifier, type NewNotification } from '../../../src/notifications/index.js';
import type { RunningConnector } from '../connector.js';

export function aNotification(parts: Partial<NewNotification> = {}): NewNotification {
  return {
    kind: 'integration_expired',
    severity: 'critical',
    title: 'The TikTok account lena.k must be connected again',
    detail: 'The TikTok user disconnected the app. Connect the account again.',
    subject: { type: 'integration', id: randomUUID() },
    dedupeKey: randomUUID(),
    ...parts,
  };
}

/** Notifies an organisation, as system work does. @returns the id, if it was not sent before */
export function tell(
  { app }: Pick<RunningConnector, 'app'>,
  organisationId: string,
  parts: Partial<NewNotification> = {},
): Promise<string | undefined> {
  return app
    .get(SystemContext)
    .transaction('a test notifies', (em) =>
      app.get(Notifier).notify(em, organisationId, aNotification(parts)),
    );
}
