import { Injectable } from '@nestjs/common';
import { Coalescer } from '../../common/index.js';
import { queryRows, SystemContext } from '../../database/index.js';
import type { IntegrationRef, TikTokAccount } from './integrations.service.js';

const COLUMNS = `i.id, i.organisation_id AS "organisationId", i.credential_id AS "credentialId", i.open_id AS "openId",
  i.username, i.granted_scopes AS "grantedScopes"`;

// Whichever of its credentials names the account.
const OWNERS = `
  WITH asked AS (
    SELECT a.place, c.id FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS a (app_id, subject, place)
    JOIN credentials c ON c.app_id = a.app_id AND c.subject = a.subject)
  SELECT asked.place::int, ${COLUMNS} FROM asked JOIN integrations i ON i.credential_id = asked.id
  UNION SELECT asked.place::int, ${COLUMNS} FROM asked JOIN integrations i ON i.account_credential_id = asked.id`;

const MOST_ACCOUNTS = 100;

/** Who has connected a TikTok account. Questions that come at the same time share a statement. */
@Injectable()
export class AccountOwners {
  private readonly questions = new Coalescer(
    (accounts: TikTokAccount[]) => this.ask(accounts),
    MOST_ACCOUNTS,
  );

  constructor(private readonly system: SystemContext) {}

  /**
   * The integrations, of every organisation: webhooks name only the app and the account.
   * @param openId of the account for that app: each app has an id of its own for it
   */
  of(account: TikTokAccount): Promise<IntegrationRef[]> {
    return this.questions.add(account);
  }

  private async ask(accounts: TikTokAccount[]): Promise<IntegrationRef[][]> {
    const rows = await this.system.transaction('find the integrations of accounts', (em) =>
      queryRows<IntegrationRef & { place: number }>(em, OWNERS, [
        accounts.map(({ appId }) => appId),
        accounts.map(({ openId }) => openId),
      ]),
    );
    const owners = accounts.map((): IntegrationRef[] => []);
    for (const { place, ...integration } of rows) owners[place - 1]?.push(integration);
    return owners;
  }
}
