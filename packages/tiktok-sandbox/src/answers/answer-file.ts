import type { Verdict } from './answer-verdict.js';
import { verdictOf } from './answer-verdict.js';

/** A recorded or hand-written TikTok response: the content of a file named `*.answer.json`. */
export interface AnswerFile {
  /** How its users interpret it. */
  readonly kind: Verdict;
  /** Its source, for example `reference §4.1`. */
  readonly source: string;
  readonly status: number;
  readonly body: unknown;
}

/** @returns what is wrong with the file, or undefined */
export function answerFileProblem(file: Partial<AnswerFile>): string | undefined {
  if (file.kind !== 'success' && file.kind !== 'error') return 'kind must be success or error';
  if (typeof file.source !== 'string' || typeof file.status !== 'number')
    return 'source or status is missing';
  const verdict = verdictOf(file.body);
  if (verdict === undefined) return 'the body is no TikTok answer';
  return verdict === file.kind ? undefined : `declared as ${file.kind}, but its envelope says ${verdict}`;
}
