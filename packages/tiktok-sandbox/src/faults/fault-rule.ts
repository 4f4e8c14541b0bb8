export const FAULT_KINDS = [
  'http500_html',
  'empty_body',
  'error_code',
  'rate_limited',
  'slow',
  'reset',
  'reset_mid_body',
  'lost_response',
  'hang',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** What fails, where, and how often. */
export interface FaultRule {
  /** `METHOD /path`, `/path` for any method; `*` matches anything. */
  readonly match: string;
  readonly kind: FaultKind;
  /** For responses: HTTP status (default by the code, else 500); for `error_code` TikTok's code and message. */
  readonly status?: number;
  readonly code?: string | number;
  readonly message?: string;
  /** For `slow`. */
  readonly ms?: number;
  /** For `reset_mid_body`: bytes of the upload, elsewhere of the response, that still pass. Default 10. */
  readonly bytes?: number;
  /** How many calls it applies to. Default: all, until it is deleted. */
  readonly times?: number;
  /** How many matching calls pass first. */
  readonly after?: number;
  /** 0 to 1; default 1. */
  readonly probability?: number;
}

/** True if a rule's `match` covers this call. */
export function matches(match: string, method: string, path: string): boolean {
  const [wantedMethod, pattern] = match.startsWith('/') ? ['*', match] : splitOnce(match);
  if (wantedMethod !== '*' && wantedMethod.toUpperCase() !== method) return false;
  const source = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${source.join('.*')}$`).test(path);
}

function splitOnce(match: string): [string, string] {
  const space = match.indexOf(' ');
  return space === -1 ? ['*', match] : [match.slice(0, space), match.slice(space + 1).trim()];
}
