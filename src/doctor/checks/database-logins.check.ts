import { Injectable } from '@nestjs/common';
import { DatabaseFacts, type ServiceLogin } from '../../database/index.js';
import { Check } from '../check.js';
import { ok, warning, type Verdict } from '../finding.js';

type Login = Pick<ServiceLogin, 'setting' | 'login' | 'unbound' | 'maySystem'>;

const RECIPE = 'See "Two logins" in docs/operating.md for the statements.';

/** Checks that row-level security binds the logins, and that tenants' work cannot switch to system work. */
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

/** @param logins for tenants' work and for system work */
export function loginsVerdict([tenants, system]: readonly [Login, Login]): Verdict {
  const unbound = [tenants, ...(system.login === tenants.login ? [] : [system])].filter(
    (one) => one.unbound.length > 0,
  );
  if (unbound.length > 0) {
    const names = unbound.map(
      ({ login, setting, unbound: what }) => `"${login}" (${setting}: ${what.join(', ')})`,
    );
    return warning(
      `Row-level security does not bind the login ${names.join(' and ')}. One SQL injection could read every organisation.`,
      `Use logins without SUPERUSER, BYPASSRLS and REPLICATION. ${RECIPE}`,
    );
  }
  if (tenants.maySystem) {
    return warning(
      `The login "${tenants.login}" (${tenants.setting}) is for tenants' work, but may also do system work or owns the tables. An SQL injection could switch roles and read every organisation.`,
      `Set DATABASE_SYSTEM_URL to a separate login, and revoke tiktok_connector_system from "${tenants.login}". ${RECIPE}`,
    );
  }
  return ok(`"${tenants.login}" can do only tenants' work; "${system.login}" does system work.`);
}
