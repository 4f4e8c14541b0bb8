import type { AffectedWork } from '../affected-work.js';
import type { Notification } from '../notification.entity.js';

/** What a person reads: plain text, the news first. */
export function emailText(notification: Notification): string {
  const { detail, affected, actionUrl, organisationId, subjectType, subjectId, resolvedAt } = notification;
  const parts = [
    ...(resolvedAt ? [`This is over since ${resolvedAt.toISOString()}; what was told:`] : []),
    notification.title,
    detail,
    ...(affected.length > 0
      ? [['What stands still meanwhile:', ...affected.map(affectedLine)].join('\n')]
      : []),
    ...(actionUrl && !resolvedAt ? [`Open this link:\n${actionUrl}`] : []),
    `Organisation ${organisationId}, ${subjectType} ${subjectId}, ${notification.createdAt.toISOString()}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function affectedLine({ kind, count, examples, summary }: AffectedWork): string {
  const names = examples.length > 0 ? `: ${examples.join(', ')}${count > examples.length ? ' …' : ''}` : '';
  return `- ${summary ?? `${count} ${kind.replaceAll('_', ' ')}`}${names}`;
}
