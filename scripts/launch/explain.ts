import { codeOf } from '../../src/common/index.js';
import { explainStart } from '../../src/explain-start.js';
import { listenProblem } from '../../src/listening.js';
import { LaunchError } from './launch-error.js';

const UNWRITABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOENT', 'EEXIST', 'ENOSPC']);

/** One clear sentence for whatever kept the service from starting. */
export function explain(error: unknown, dataDir: string): string {
  if (error instanceof LaunchError) return error.message;
  const { syscall, address = '', port = 0 } = error as { syscall?: string; address?: string; port?: number };
  if (syscall === 'listen') return listenProblem({ host: address, port }, error).message;
  const code = codeOf(error) ?? '';
  if (UNWRITABLE.has(code)) {
    return `The data folder ${dataDir} cannot be written (${code}): make it writable for this user, or set DATA_DIR to another folder.`;
  }
  return explainStart(error);
}
