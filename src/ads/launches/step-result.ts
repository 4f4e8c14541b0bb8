import type { StepDetail } from './launch-step.entity.js';

/** How a step ended, or why it has not yet. */
export type StepResult =
  | { kind: 'done'; objectId?: string; detail?: StepDetail; message?: string }
  | { kind: 'skipped'; message: string }
  | { kind: 'waiting'; seconds: number; message: string; detail?: StepDetail }
  /** The launch fails. Everything that exists stays paused. */
  | { kind: 'failed'; code: string; message: string; detail?: StepDetail };
