import { Injectable } from '@nestjs/common';
import { Coalescer } from '../../common/index.js';
import { SystemContext } from '../../database/index.js';
import type { TikTokAccount } from './integrations.service.js';
import type { IntegrationRef } from './loaded-integration.js';

const COLUMNS = `i.id, i.organisation_id AS "organisationId", i.credential_id AS "credentialId", i.open_id AS "openId",
  i.username, i.granted_scopes AS "grantedScopes"`;

// By either credential that names the account. Others know the account by its login alone, and may see what is public.
const OWNERS = `
  WITH wanted AS (
    SELECT a.place, a.by_login, c.id
    FROM unnest($1::text[], $2::text[], $3::boolean[]) WITH ORDINALITY AS a (app_id, subject, by_login, place)
    JOIN credentials c ON c.app_id = a.app_id AND c.subject = a.subject)
  SELECT wanted.place::int, ${COLUMNS} FROM wanted JOIN integrations i ON i.credential_id = wanted.id
  UNION SELECT wanted.place::int, ${COLUMNS} FROM wanted JOIN integrations i ON i.account_credential_id = wanted.id
  UNION SELECT wanted.place::int, ${COLUMNS} FROM wanted JOIN integrations known ON known.account_credential_id = wanted.id
    JOIN integrations i ON i.credential_id = known.credential_id
    WHERE wanted.by_login AND i.granted_scopes && '{video.list,video.publish}'`;

const MOST_ACCOUNTS = 100;

interface Wanted extends TikTokAccount {
  alsoByLogin: boolean;
}

/** Finds the integrations that have connected a TikTok account. Concurrent lookups share a statement. */
@Injectable()
export class AccountOwners {
  private readonly lookups = new Coalescer((accounts: Wanted[]) => this.find(accounts), MOST_ACCOUNTS);

  constructor(private readonly system: SystemContext) {}

  /**
   * Returns the integrations of every organisation: webhooks name only the app and the account.
   * @param account its openId belongs to the app: each app has its own id for the same account
   * @param alsoByLogin for what is public: those, too, that share only the login with one that the app's id names
   */
  of(account: TikTokAccount, { alsoByLogin = false } = {}): Promise<IntegrationRef[]> {
    return this.lookups.add({ ...account, alsoByLogin });
  }

  private async find(accounts: Wanted[]): Promise<IntegrationRef[][]> {
    // Events of one account come in bursts.
    const wanted = [...new Map(accounts.map((account) => [keyOf(account), account])).values()];
    const rows = await this.system.statement<IntegrationRef & { place: number }>(
      'find the integrations of accounts',
      OWNERS,
      [
        wanted.map(({ appId }) => appId),
        wanted.map(({ openId }) => openId),
        wanted.map(({ alsoByLogin }) => alsoByLogin),
      ],
    );
    const owners = new Map(wanted.map((account): [string, IntegrationRef[]] => [keyOf(account), []]));
    for (const { place, ...integration } of rows) {
      const account = wanted[place - 1];
      if (account) owners.get(keyOf(account))?.push(integration);
    }
    return accounts.map((account) => [...(owners.get(keyOf(account)) ?? [])]);
  }
}

function keyOf({ appId, openId, alsoByLogin }: Wanted): string {
  return `${appId} ${openId} ${alsoByLogin}`;
}
