import { Injectable } from '@nestjs/common';
import { DatabaseFacts, type ServiceLogin } from '../../database/index.js';
import { Check } from '../check.js';
import { ok, warning, type Verdict } from '../finding.js';

type Connection = Pick<ServiceLogin, 'setting' | 'url' | 'encrypted'>;

const LOCAL = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i;

/** What goes to PostgreSQL on another machine is encrypted, and the machine is the right one. */
@Injectable()
export class DatabaseTlsCheck extends Check {
  readonly name = 'database_tls';

  constructor(private readonly database: DatabaseFacts) {
    super();
  }

  async examine(): Promise<Verdict> {
    const logins = [...(await this.database.workLogins()), await this.database.ownerLogin()];
    return tlsVerdict(logins);
  }
}

export function tlsVerdict(connections: readonly Connection[]): Verdict {
  const remote = connections.filter(({ url }) => !isLocal(url));
  if (remote.length === 0) return ok('PostgreSQL runs on this machine: nothing travels over a network.');
  const plain = settingsOf(remote.filter(({ encrypted }) => !encrypted));
  if (plain !== '') {
    return warning(
      `The connection of ${plain} to PostgreSQL on another host is not encrypted: tokens, posts and the password travel in plain text.`,
      'Turn TLS on in PostgreSQL (ssl = on), and add sslmode=verify-full to the URL, with sslrootcert=<file> for a CA of your own.',
    );
  }
  const unchecked = settingsOf(remote.filter(({ url }) => !checksCertificate(url)));
  if (unchecked === '')
    return ok('Connections to PostgreSQL on another host are encrypted, and its certificate is checked.');
  return warning(
    `The connection of ${unchecked} is encrypted, and the certificate of PostgreSQL is not checked: another machine could take its place.`,
    'Replace sslmode=no-verify by sslmode=verify-full, with sslrootcert=<file> for a CA of your own.',
  );
}

function settingsOf(connections: readonly Connection[]): string {
  return [...new Set(connections.map(({ setting }) => setting))].join(' and ');
}

/** A Unix socket, or the loopback interface. */
function isLocal(url: string): boolean {
  const { hostname, searchParams } = new URL(url);
  const host = searchParams.get('host') ?? decodeURIComponent(hostname);
  return host === '' || host.startsWith('/') || LOCAL.test(host);
}

// As node-postgres reads it: every mode but these two checks the certificate.
function checksCertificate(url: string): boolean {
  const { searchParams } = new URL(url);
  const compatible = searchParams.get('uselibpqcompat') === 'true';
  const mode = searchParams.get('sslmode') ?? searchParams.get('ssl');
  return mode !== 'no-verify' && !(compatible && (mode === 'prefer' || mode === 'require'));
}
