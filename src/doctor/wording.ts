import type { LiveProcess } from '../runtime/index.js';

export function quoted(ids: readonly string[]): string {
  return ids.map((id) => `"${id}"`).join(', ');
}

/** A process as operators look it up. */
export function processName({ role, host, pid }: Pick<LiveProcess, 'role' | 'host' | 'pid'>): string {
  return `${role} on ${host} (process ${pid})`;
}
