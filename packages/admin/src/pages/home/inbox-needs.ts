import { IconMessageCircle } from '@tabler/icons-react';
import { useAnswer } from '../../api/queries.js';
import { useText } from '../../i18n/use-text.js';
import type { Needs } from './need.js';
import { MESSAGES } from './needs.messages.js';

const REFRESH_MS = 60_000;

/** Open conversations in which a person wrote last. */
export function useInboxNeeds(): Needs {
  const text = useText(MESSAGES);
  const { data, isPending, error } = useAnswer(
    ['conversations', 'needs'],
    (connector, signal) =>
      connector.GET('/api/crm/conversations', { params: { query: { status: 'open', limit: 200 } }, signal }),
    { refetchInterval: REFRESH_MS },
  );
  const unanswered = (data?.items ?? []).filter(({ lastMessageDirection }) => lastMessageDirection === 'in');
  const unread = unanswered.filter(({ unreadCount }) => unreadCount > 0).length;
  const more = data?.nextCursor === undefined ? 'no' : 'yes';
  const needs: Needs['needs'] = [
    {
      key: 'inbox',
      severity: 'info',
      icon: IconMessageCircle,
      title: text('unanswered', { count: unanswered.length, more }),
      // The rest of the list has not been counted.
      ...(more === 'no' && { detail: text('unread', { count: unread }) }),
      to: '/inbox',
    },
  ];
  return { needs: unanswered.length > 0 ? needs : [], isPending, error };
}
