import type { CapabilityView } from 'tiktok-connector-client';

/** Capabilities that fail for one reason, and are fixed by one step. */
export interface CapabilityProblem extends Pick<CapabilityView, 'reason' | 'fix' | 'fixCall'> {
  capabilities: CapabilityView['capability'][];
  scopes: string[];
}

/** Groups what does not work by its cause, so that one consent is one button. */
export function problemsOf(capabilities: readonly CapabilityView[]): CapabilityProblem[] {
  const problems = new Map<string, CapabilityProblem>();
  for (const { capability, available, reason, fix, fixCall, fixScope } of capabilities) {
    if (available) continue;
    const key = JSON.stringify([reason, fix]);
    const problem = problems.get(key) ?? { reason, fix, fixCall, capabilities: [], scopes: [] };
    problem.capabilities.push(capability);
    if (fixScope !== undefined && !problem.scopes.includes(fixScope)) problem.scopes.push(fixScope);
    problems.set(key, problem);
  }
  return [...problems.values()];
}
