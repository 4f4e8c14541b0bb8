import type { Finding } from './finding.js';

const MOST_LINES = 3;

/** Names an object for a reader. */
export function named(name: string | null, id: string): string {
  return name === null ? id : `“${name}”`;
}

/** Writes the first lines and the number of the others. @param others where all of them are */
export function listed(lines: readonly string[], others = ''): string {
  const shown = lines.slice(0, MOST_LINES).map((line) => (/[.!?]$/.test(line) ? line : `${line}.`));
  const rest = lines.length - shown.length;
  return [
    ...shown,
    ...(rest > 0 ? [`${rest} more${others}; GET /api/ads/health/findings lists all.`] : []),
  ].join(' ');
}

/** Says in how many campaigns the findings are, if in several. */
export function spread(findings: readonly Finding[]): string {
  const campaigns = new Set(findings.map(({ campaignId }) => campaignId));
  return campaigns.size > 1 ? ` in ${campaigns.size} campaigns` : '';
}
