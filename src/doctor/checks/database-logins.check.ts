import { Injectable } from '@nestjs/common';
import { DatabaseFacts, type ServiceLogin } from '../../database/index.js';
import { Check } from '../check.js';
import { ok, warning, type Verdict } from '../finding.js';

type Login = Pick<ServiceLogin, 'setting' | 'login' | 'unbound' | 'maySystem'>;

const RECIPE = 'docs/operating.md, "Two logins", has the statements.';

/** The logins can do no more than their work: row-level security binds them, and tenants' work cannot become system work. */
@Injectable()
export class DatabaseLoginsCheck extends Check {
  readonly name = 'database_logins';

  constructor(private readonly database: DatabaseFacts) {
    super();
  }

  async examine(): Promise<Verdict> {
    return loginsVerdict(await this.database.workLogins());
  }
}

/** @param logins of tenants' work and of system work */
export function loginsVerdict([tenants, system]: readonly [Login, Login]): Verdict {
  const unbound = [tenants, ...(system.login === tenants.login ? [] : [system])].filter(
    (one) => one.unbound.length > 0,
  );
  if (unbound.length > 0) {
    const names = unbound.map(
      ({ login, setting, unbound: what }) => `"${login}" (${setting}: ${what.join(', ')})`,
    );
    return warning(
      `Row-level security does not bind the login ${names.join(' and ')}. One SQL injection would read every organisation.`,
      `Give the service logins without SUPERUSER, BYPASSRLS and REPLICATION. ${RECIPE}`,
    );
  }
  if (tenants.maySystem) {
    return warning(
      `The login "${tenants.login}" (${tenants.setting}) does tenants' work and may also do system work, or owns the tables. An SQL injection could switch and read every organisation.`,
      `Set DATABASE_SYSTEM_URL to a login of its own, and take tiktok_connector_system from "${tenants.login}". ${RECIPE}`,
    );
  }
  return ok(
    `"${tenants.login}" does tenants' work and cannot do system work, which is done by "${system.login}".`,
  );
}
