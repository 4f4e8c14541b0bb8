import { Injectable } from '@nestjs/common';
import { DatabaseFacts } from '../../database/index.js';
import { Check } from '../check.js';
import { ok, warning, type Verdict } from '../finding.js';

type Access = Awaited<ReturnType<DatabaseFacts['access']>>;

// More of them tell no more.
const SHOWN = 5;

/** Tenants' work has only the rights that this version needs: older versions need more, until the last one has gone. */
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
    return ok("Tenants' work has only the rights that it needs, and cannot name itself system work.");
  const found = `Tenants' work still has rights that only older versions need, on ${open.join(', ')}.`;
  if (heldBy.length === 0)
    return warning(found, 'Wait a minute, or restart one process: it takes the rights away when it starts.');
  const sessions = heldBy
    .slice(0, SHOWN)
    .map(
      ({ pid, login, name }) =>
        `pid ${pid} of "${login}" ${name === '' ? 'without a name' : `named "${name}"`}`,
    );
  const more = heldBy.length > SHOWN ? ` and ${heldBy.length - SHOWN} more` : '';
  return warning(
    `${found} Sessions that may belong to an older version: ${sessions.join(', ')}${more}.`,
    'Stop the older processes. If a session belongs to another program, give it an application_name, or end it and restart one process.',
  );
}
