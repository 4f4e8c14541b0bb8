import type { Random } from '../random.js';
import { type FaultRule, matches } from './fault-rule.js';

/** A rule and how often it has matched and applied. */
export interface ActiveFault {
  readonly id: string;
  readonly rule: FaultRule;
  matched: number;
  struck: number;
}

/** The active rules. */
export class FaultStore {
  private faults: ActiveFault[] = [];
  private lastId = 0;

  constructor(private readonly random: Random) {}

  add(rule: FaultRule): ActiveFault {
    this.lastId += 1;
    const fault = { id: String(this.lastId), rule, matched: 0, struck: 0 };
    this.faults.push(fault);
    return fault;
  }

  all(): readonly ActiveFault[] {
    return this.faults;
  }

  clear(id?: string): number {
    const before = this.faults.length;
    this.faults = id === undefined ? [] : this.faults.filter((fault) => fault.id !== id);
    return before - this.faults.length;
  }

  /** Finds the first rule that applies to this call, and counts it. */
  strike(method: string, path: string): FaultRule | undefined {
    return this.faults.find((fault) => this.strikes(fault, method, path))?.rule;
  }

  private strikes(fault: ActiveFault, method: string, path: string): boolean {
    const { rule } = fault;
    if (rule.times !== undefined && fault.struck >= rule.times) return false;
    if (!matches(rule.match, method, path)) return false;
    fault.matched += 1;
    if (fault.matched <= (rule.after ?? 0)) return false;
    if (this.random() >= (rule.probability ?? 1)) return false;
    fault.struck += 1;
    return true;
  }
}
