import type { AffectedWork } from '../affected-work.js';
import type { Notification } from '../notification.entity.js';

/** The plain-text body of an e-mail. */
export function emailText(notification: Notification): string {
  const { detail, affected, actionUrl, organisationId, subjectType, subjectId, resolvedAt } = notification;
  const parts = [
    ...(resolvedAt ? [`Resolved at ${resolvedAt.toISOString()}. The original notification:`] : []),
    notification.title,
    detail,
    ...(affected.length > 0 ? [['Affected until then:', ...affected.map(affectedLine)].join('\n')] : []),
    ...(actionUrl && !resolvedAt ? [`Open this link:\n${actionUrl}`] : []),
    `Organisation ${organisationId}, ${subjectType} ${subjectId}, ${notification.createdAt.toISOString()}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function affectedLine({ kind, count, examples, summary }: AffectedWork): string {
  const names = examples.length > 0 ? `: ${examples.join(', ')}${count > examples.length ? ' …' : ''}` : '';
  return `- ${summary ?? `${count} ${kind.replaceAll('_', ' ')}`}${names}`;
}
