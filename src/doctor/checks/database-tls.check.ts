import { Injectable } from '@nestjs/common';
import { DatabaseFacts, type ServiceLogin } from '../../database/index.js';
import { Check } from '../check.js';
import { ok, warning, type Verdict } from '../finding.js';

type Connection = Pick<ServiceLogin, 'setting' | 'url' | 'encrypted'>;

const LOCAL = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i;

/** Checks that connections to PostgreSQL on another host are encrypted and verify its certificate. */
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
  if (remote.length === 0) return ok('PostgreSQL runs on this machine, so no network is involved.');
  const plain = settingsOf(remote.filter(({ encrypted }) => !encrypted));
  if (plain !== '') {
    return warning(
      `The connection of ${plain} to PostgreSQL on another host is not encrypted: tokens, posts and the password are sent in plain text.`,
      'Enable TLS in PostgreSQL (ssl = on), and add sslmode=verify-full to the URL, with sslrootcert=<file> for your own CA.',
    );
  }
  const unchecked = settingsOf(remote.filter(({ url }) => !checksCertificate(url)));
  if (unchecked === '')
    return ok('Connections to PostgreSQL on another host are encrypted, and its certificate is verified.');
  return warning(
    `The connection of ${unchecked} is encrypted, but PostgreSQL's certificate is not verified: another machine could impersonate it.`,
    'Replace sslmode=no-verify with sslmode=verify-full, with sslrootcert=<file> for your own CA.',
  );
}

function settingsOf(connections: readonly Connection[]): string {
  return [...new Set(connections.map(({ setting }) => setting))].join(' and ');
}

/** True for a Unix socket or the loopback interface. */
function isLocal(url: string): boolean {
  const { hostname, searchParams } = new URL(url);
  const host = searchParams.get('host') ?? decodeURIComponent(hostname);
  return host === '' || host.startsWith('/') || LOCAL.test(host);
}

// Follows node-postgres: every mode except these verifies the certificate.
function checksCertificate(url: string): boolean {
  const { searchParams } = new URL(url);
  const compatible = searchParams.get('uselibpqcompat') === 'true';
  const mode = searchParams.get('sslmode') ?? searchParams.get('ssl');
  return mode !== 'no-verify' && !(compatible && (mode === 'prefer' || mode === 'require'));
}
