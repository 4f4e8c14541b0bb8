import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/index.js';
import { queryRows, SystemContext } from '../database/index.js';
import type { Patient } from './check.js';

/** An integration as checks see it: nothing personal. */
export interface IntegrationFact {
  id: string;
  status: string;
  /** Asked for and not granted, at either app. */
  missing: string[];
  /** Of NEEDED_SCOPES, those that were not asked for when the account was connected. */
  unasked: string[];
  /** Consents of a connection that is active which TikTok no longer accepts: `account`, `advertiser`. */
  ended: string[];
  /** Families whose stored tokens a process of the service could not decrypt. */
  unreadable: string[];
  /** The earliest end among its refresh tokens that are not dead; null for none. */
  refreshEnds: Date | null;
}

/** Scopes of the login without which a feature that most admin UIs show is off, and that feature. */
export const NEEDED_SCOPES: Record<string, string> = {
  'user.info.profile': 'user names and links to posts',
  'video.list': 'the list of videos and their engagement',
  'video.publish': 'publishing',
};

// `business.creator.insights` is no scope of TikTok's: the consent for the Business API stands for it.
const FACTS = `
  SELECT i.id, i.status,
    ARRAY(SELECT scope FROM unnest(i.requested_scopes) AS scope WHERE scope <> ALL (i.granted_scopes)
      AND NOT (scope = 'business.creator.insights' AND i.account_credential_id IS NOT NULL)
      UNION ALL SELECT scope FROM unnest($2::text[]) AS scope, credentials c
        WHERE c.id = i.account_credential_id AND c.rejected_at IS NULL AND scope <> ALL (c.scopes)) AS missing,
    ARRAY(SELECT scope FROM unnest($3::text[]) AS scope
      WHERE scope <> ALL (i.requested_scopes) AND scope <> ALL (i.granted_scopes)) AS unasked,
    ARRAY(SELECT c.family FROM credentials c WHERE c.rejected_at IS NOT NULL
      AND c.id IN (i.account_credential_id, i.advertiser_credential_id) ORDER BY c.family) AS ended,
    ARRAY(SELECT c.family FROM credentials c WHERE c.rejected_at IS NULL AND c.unreadable_since IS NOT NULL
      AND c.id IN (i.credential_id, i.account_credential_id, i.advertiser_credential_id) ORDER BY c.family) AS unreadable,
    (SELECT min(c.refresh_expires_at) FROM credentials c WHERE c.rejected_at IS NULL
      AND c.id IN (i.credential_id, i.account_credential_id)) AS "refreshEnds"
  FROM integrations i
  WHERE i.status <> 'disconnected' AND ($1::text IS NULL OR i.organisation_id = $1)
  ORDER BY i.id`;

/** What is known of the patient's integrations. */
@Injectable()
export class IntegrationFacts {
  constructor(
    private readonly config: AppConfig,
    private readonly system: SystemContext,
  ) {}

  /** Credentials belong to no organisation, so row-level security does not choose the rows here: the statement does. */
  of(patient: Patient): Promise<IntegrationFact[]> {
    const organisationId = patient === 'all' ? null : patient.organisationId;
    return this.system.transaction('doctor: the state of integrations', (em) =>
      queryRows<IntegrationFact>(em, FACTS, [
        organisationId,
        this.config.tiktok.accountScopes,
        Object.keys(NEEDED_SCOPES),
      ]),
    );
  }
}

/** Names a few of an organisation's own; of all organisations' only the number is told. */
export function named(patient: Patient, lines: readonly string[]): string {
  const MAX = 10;
  if (patient === 'all') return '';
  const more = lines.length > MAX ? ` and ${lines.length - MAX} more` : '';
  return `: ${lines.slice(0, MAX).join(', ')}${more}`;
}
