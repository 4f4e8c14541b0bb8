import { IconClockPause, IconHelpCircle, IconSendOff } from '@tabler/icons-react';
import type { PublicationView } from 'tiktok-connector-client';
import { useMemo } from 'react';
import { useAnswer } from '../../api/queries.js';
import { useText } from '../../i18n/use-text.js';
import { firstOf, type Need, type Needs } from './need.js';
import { MESSAGES } from './needs.messages.js';

const REFRESH_MS = 60_000;
const RECENT_MS = 7 * 86_400_000;

/** Posts that have failed lately, whose outcome is unknown, or that a limit of TikTok holds back. */
export function usePostNeeds(): Needs {
  const text = useText(MESSAGES);
  const since = useMemo(() => new Date(Date.now() - RECENT_MS).toISOString(), []);
  const unknown = usePosts('unknown');
  const failed = usePosts('failed', since);
  const scheduled = usePosts('scheduled');
  const toRetry = failed.items.filter(({ retriedBy }) => retriedBy === null);
  const held = scheduled.items.filter(({ waitsFor }) => waitsFor !== null && waitsFor !== 'publish_at');
  const needs: Need[] = [
    ...firstOf(
      unknown.items,
      (post) => ({
        ...linkTo(post),
        severity: 'critical',
        icon: IconHelpCircle,
        title: text('unknown', { title: post.title }),
        detail: text('unknownDetail'),
      }),
      (count) => ({
        key: 'unknown',
        severity: 'critical',
        icon: IconHelpCircle,
        title: text('moreUnknown', { count }),
        to: '/publish',
        search: { status: 'unknown' },
      }),
    ),
    ...firstOf(
      toRetry,
      (post) => ({
        ...linkTo(post),
        severity: 'warning',
        icon: IconSendOff,
        title: text('failed', { title: post.title }),
        ...(post.failReason !== undefined && { detail: post.failReason }),
      }),
      (count) => ({
        key: 'failed',
        severity: 'warning',
        icon: IconSendOff,
        title: text('moreFailed', { count }),
        to: '/publish',
        search: { status: 'failed' },
      }),
    ),
    ...(held[0] === undefined
      ? []
      : [
          {
            key: 'held',
            severity: 'warning' as const,
            icon: IconClockPause,
            title: text('waits', { count: held.length }),
            ...(held[0].waits !== undefined && { detail: held[0].waits }),
            to: '/publish',
            search: { status: 'scheduled' },
          },
        ]),
  ];
  const queries = [unknown, failed, scheduled];
  return {
    needs,
    isPending: queries.some(({ isPending }) => isPending),
    error: queries.find(({ error }) => error)?.error ?? null,
  };
}

function usePosts(status: PublicationView['status'], from?: string) {
  const { data, isPending, error } = useAnswer(
    ['publications', 'needs', status],
    (connector, signal) =>
      connector.GET('/api/publications', {
        params: { query: { status: [status], limit: 200, ...(from !== undefined && { from }) } },
        signal,
      }),
    { refetchInterval: REFRESH_MS },
  );
  return { items: data?.items ?? [], isPending, error };
}

function linkTo({ publishId }: PublicationView) {
  return { key: publishId, to: `/publish/${publishId}` };
}
