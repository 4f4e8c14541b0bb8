import type { CapabilityView } from 'tiktok-connector-client';

/** Capabilities that one step fixes. */
export interface CapabilityProblem extends Pick<CapabilityView, 'fix' | 'fixCall'> {
  capabilities: CapabilityView['capability'][];
  reasons: string[];
  scopes: string[];
}

/** Groups what does not work by its fix, so that one consent is one button. */
export function problemsOf(capabilities: readonly CapabilityView[]): CapabilityProblem[] {
  const problems = new Map<string, CapabilityProblem>();
  for (const { capability, available, reason, fix, fixCall, fixScope } of capabilities) {
    if (available) continue;
    const key = JSON.stringify([fix, fixCall]);
    const problem = problems.get(key) ?? { fix, fixCall, capabilities: [], reasons: [], scopes: [] };
    problem.capabilities.push(capability);
    addOnce(problem.reasons, reason);
    addOnce(problem.scopes, fixScope);
    problems.set(key, problem);
  }
  return [...problems.values()];
}

function addOnce(list: string[], value: string | undefined): void {
  if (value !== undefined && !list.includes(value)) list.push(value);
}
