import { randomUUID } from 'node:crypto';
import type { ProcessFacts } from '../processes/process-facts.js';

export interface Owner {
  pid: number;
  startedAt?: string;
}

/** What the lock file says. The id makes two locks of one process differ. */
export function ownerNote(pid: number, facts: ProcessFacts | undefined): string {
  return `${JSON.stringify({ pid, startedAt: facts?.startedAt, id: randomUUID() })}\n`;
}

export function parseOwnerNote(text: string): Owner | undefined {
  try {
    const { pid, startedAt } = JSON.parse(text) as Partial<Owner>;
    return typeof pid === 'number' ? { pid, startedAt } : undefined;
  } catch {
    // Truncated by a power cut; its writer is gone.
    return undefined;
  }
}

/** Containers reuse the same few pids at every start, so a living pid alone says little; its start time decides. */
export function ownerIsAlive(owner: Owner, facts: ProcessFacts | undefined): boolean {
  if (facts === undefined) return false;
  if (owner.startedAt === undefined || facts.startedAt === undefined) return true;
  return owner.startedAt === facts.startedAt;
}
