import { Injectable } from '@nestjs/common';
import { firstOf } from '../../common/index.js';
import { DatabaseFacts } from '../../database/index.js';
import { Check } from '../check.js';
import { ok, warning, type Verdict } from '../finding.js';

type Access = Awaited<ReturnType<DatabaseFacts['access']>>;

// More would not help.
const SHOWN = 5;

/** Checks that tenants' work has only the privileges of this version. Older versions need more until the last one has stopped. */
@Injectable()
export class TenantAccessCheck extends Check {
  readonly name = 'tenant_access';

  constructor(private readonly database: DatabaseFacts) {
    super();
  }

  async examine(): Promise<Verdict> {
    return accessVerdict(await this.database.access());
  }
}

export function accessVerdict({ closed, open, heldBy }: Access): Verdict {
  if (closed)
    return ok("Tenants' work has only the privileges that it needs, and cannot switch to system work.");
  const found = `Tenants' work still has privileges that only older versions need, on ${open.join(', ')}.`;
  if (heldBy.length === 0)
    return warning(found, 'Wait a minute, or restart one process, which then revokes them.');
  const sessions = heldBy.map(
    ({ pid, login, name }) =>
      `pid ${pid} of "${login}" ${name === '' ? 'without a name' : `named "${name}"`}`,
  );
  return warning(
    `${found} Sessions that may belong to an older version: ${firstOf(sessions, SHOWN)}.`,
    'Stop the older processes. If a session belongs to another program, set its application_name, or end it and restart one process.',
  );
}
