import { ConfigError } from '../../src/config/index.js';
import { StartRefusedError } from '../../src/database/index.js';
import { EmbeddedPostgresError } from '../../src/database/embedded/index.js';
import { codeOf, messageOf } from '../../src/common/index.js';
import { LaunchError } from './launch-error.js';

const UNWRITABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOSPC']);
const DATABASE = new Set(['ECONNREFUSED', 'ENOTFOUND', '28P01', '28000', '3D000', '42501']);

/** One clear sentence for whatever kept the service from starting. */
export function explain(error: unknown, dataDir: string): string {
  if (
    error instanceof LaunchError ||
    error instanceof ConfigError ||
    error instanceof EmbeddedPostgresError ||
    error instanceof StartRefusedError
  ) {
    return error.message;
  }
  const code = codeOf(error) ?? '';
  if (UNWRITABLE.has(code)) {
    return `The data folder ${dataDir} cannot be written (${code}): make it writable for this user, or set DATA_DIR to another folder.`;
  }
  if (code === 'EADDRINUSE') return 'The port is already in use: stop what listens there, or set PORT.';
  if (DATABASE.has(code)) return `The database at DATABASE_URL cannot be used: ${messageOf(error)}.`;
  return `The service did not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
