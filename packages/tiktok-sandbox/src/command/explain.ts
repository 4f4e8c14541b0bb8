import { DEFAULT_PORT, type SandboxOptions } from '../index.js';
import { DataFileError } from '../persistence/data-file-error.js';

/** One sentence that says why the sandbox did not start, and what to do. */
export function explain(
  error: unknown,
  { port = DEFAULT_PORT, host = '127.0.0.1' }: SandboxOptions = {},
): string {
  if (error instanceof DataFileError)
    return `${error.message}: choose another with --data-file (or SANDBOX_DATA_FILE).`;
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return `Port ${port} is already in use: choose another with --port (or SANDBOX_PORT).`;
    case 'EACCES':
      return `This user may not listen on port ${port}: choose a port above 1023 with --port (or SANDBOX_PORT).`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${host} is not an address of this machine: choose another with --host (or SANDBOX_HOST).`;
    default:
      return `The TikTok sandbox did not start: ${error instanceof Error ? error.message : String(error)}.`;
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
