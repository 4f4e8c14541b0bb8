import { Injectable } from '@nestjs/common';
import { AppConfig } from '../config/index.js';
import { queryRows, SystemContext } from '../database/index.js';
import type { Scope } from './check.js';

/** The facts about an integration that checks need, without personal data. */
export interface IntegrationFact {
  id: string;
  status: string;
  /** Requested but not granted scopes, of either app. */
  missing: string[];
  /** The NEEDED_SCOPES that were not requested when the account was connected. */
  unasked: string[];
  /** Consents of an active connection that TikTok no longer accepts: `account`, `advertiser`. */
  ended: string[];
  /** Token families that a process of the service could not decrypt. */
  unreadable: string[];
  /** The earliest expiry of its valid refresh tokens; null if there are none. */
  refreshEnds: Date | null;
}

/** Login scopes of the features that most admin UIs show, with the feature. */
export const NEEDED_SCOPES: Record<string, string> = {
  'user.info.profile': 'user names and links to posts',
  'video.list': 'the list of videos and their engagement',
  'video.publish': 'publishing',
};

// `business.creator.insights` is not a TikTok scope: the consent for the Business API represents it.
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

/** Reads the facts about integrations. */
@Injectable()
export class IntegrationFacts {
  constructor(
    private readonly config: AppConfig,
    private readonly system: SystemContext,
  ) {}

  /** Credentials belong to no organisation, so the statement selects the rows, not row-level security. */
  of(scope: Scope): Promise<IntegrationFact[]> {
    const organisationId = scope === 'all' ? null : scope.organisationId;
    return this.system.transaction('doctor: the state of integrations', (em) =>
      queryRows<IntegrationFact>(em, FACTS, [
        organisationId,
        this.config.tiktok.accountScopes,
        Object.keys(NEEDED_SCOPES),
      ]),
    );
  }
}

/** Names a few of an organisation's own; nothing for all organisations, which are only counted. */
export function named(scope: Scope, lines: readonly string[]): string {
  const MAX = 10;
  if (scope === 'all') return '';
  const more = lines.length > MAX ? ` and ${lines.length - MAX} more` : '';
  return `: ${lines.slice(0, MAX).join(', ')}${more}`;
}
