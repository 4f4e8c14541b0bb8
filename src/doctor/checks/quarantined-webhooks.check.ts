import { Injectable } from '@nestjs/common';
import { Clock, firstIdOf, firstOf } from '../../common/index.js';
import { SystemContext } from '../../database/index.js';
import { Check } from '../check.js';
import { ok, warning, type Verdict } from '../finding.js';

const DAYS = 7;
const SECONDS_PER_DAY = 86_400;
const SHOWN = 10;
// If TikTok changes its format, all deliveries may be among them, and the doctor must not wait for a count of millions.
const MOST = 10_000;

// The names are TikTok's, and may have any length.
const LATEST = `
  SELECT event, client_key AS "clientKey", signed_by AS "signedBy", count(*)::int AS count, max(received_at) AS "latestAt"
  FROM (
    SELECT left(event, 80) AS event, left(client_key, 80) AS client_key, signed_by, received_at FROM webhook_events
    WHERE status = 'quarantined' AND id >= $1::uuid ORDER BY id DESC LIMIT ${MOST}
  ) AS latest
  GROUP BY event, client_key, signed_by ORDER BY count DESC, "latestAt" DESC`;

/** Signed deliveries that the service keeps without having handled them. */
export interface QuarantinedWebhooks {
  /** Null if this version cannot read the body, or PostgreSQL refused what it says. */
  event: string | null;
  /** The app that the delivery names. */
  clientKey: string;
  /** The app whose secret signed it. Null if an older version stored it. */
  signedBy: string | null;
  count: number;
  latestAt: Date;
}

/** Reports signed webhooks that the service did not understand: no organisation sees them. */
@Injectable()
export class QuarantinedWebhooksCheck extends Check {
  readonly name = 'quarantined_webhooks';

  constructor(
    private readonly system: SystemContext,
    private readonly clock: Clock,
  ) {
    super();
  }

  async examine(): Promise<Verdict> {
    const from = firstIdOf(this.clock.inSeconds(-DAYS * SECONDS_PER_DAY));
    return quarantinedVerdict(
      await this.system.statement<QuarantinedWebhooks>('doctor: quarantined webhooks', LATEST, [from]),
    );
  }
}

/** @param groups the most frequent first */
export function quarantinedVerdict(groups: readonly QuarantinedWebhooks[]): Verdict {
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return ok(`The service has understood every signed webhook of the last ${DAYS} days.`);
  const number = `${total >= MOST ? 'At least ' : ''}${total}`;
  const fixes = [
    ...(groups.some(isUnreadable)
      ? ['Upgrade to a newer version: each start reads them again, and handles those that it understands.']
      : []),
    ...(groups.every(isUnreadable)
      ? []
      : [
          'Compare TIKTOK_CLIENT_KEY and TIKTOK_BUSINESS_APP_ID with the ids of your apps at TikTok: the service handles only ' +
            'events of these apps. It handles those that arrive after the correction.',
        ]),
    'docs/operating.md shows how to read them, under “Webhooks that were not understood”.',
  ];
  return warning(
    `${number} signed webhook(s) of the last ${DAYS} days are stored but not handled: ${firstOf(groups.map(lineOf), SHOWN)}.`,
    fixes.join(' '),
  );
}

function isUnreadable({ event }: QuarantinedWebhooks): boolean {
  return event === null;
}

function lineOf({ event, clientKey, signedBy, count, latestAt }: QuarantinedWebhooks): string {
  const what =
    event === null
      ? 'a body that this version cannot read'
      : `${JSON.stringify(event)} for the unknown app ${JSON.stringify(clientKey)}`;
  const signer = signedBy === null ? [] : [`signed by the app ${JSON.stringify(signedBy)}`];
  return `${what} (${[String(count), ...signer, `the latest at ${latestAt.toISOString()}`].join(', ')})`;
}
