import { IconAd2, IconShieldCheck } from '@tabler/icons-react';
import type { HealthFindingView } from 'tiktok-connector-client';
import { useAnswer } from '../../api/queries.js';
import { useText } from '../../i18n/use-text.js';
import type { Need, Needs } from './need.js';
import { MESSAGES } from './needs.messages.js';

const REFRESH_MS = 60_000;
const TOPICS: HealthFindingView['topic'][] = [
  'account',
  'balance',
  'rejected',
  'not_serving',
  'spark_post',
  'audience',
];

/** What the checks of ad accounts have found, and launches that wait for approval. */
export function useAdNeeds(): Needs {
  const text = useText(MESSAGES);
  const findings = useAnswer(
    ['ads', 'findings', 'needs'],
    (connector, signal) =>
      connector.GET('/api/ads/health/findings', { params: { query: { limit: 200 } }, signal }),
    { refetchInterval: REFRESH_MS },
  );
  const launches = useAnswer(
    ['ads', 'launches', 'needs'],
    (connector, signal) =>
      connector.GET('/api/ads/launches', {
        params: { query: { status: 'awaiting_approval', limit: 200 } },
        signal,
      }),
    { refetchInterval: REFRESH_MS },
  );
  const waiting = launches.data?.items.length ?? 0;
  const needs: Need[] = TOPICS.flatMap((topic) => {
    const found = (findings.data?.items ?? []).filter((one) => one.topic === topic);
    if (found.length === 0) return [];
    const names = [...new Set(found.flatMap(({ name }) => (name === null ? [] : [name])))].slice(0, 3);
    return [
      {
        key: topic,
        severity: topic === 'account' ? 'critical' : 'warning',
        icon: IconAd2,
        title: text(topic, { count: found.length }),
        ...(names.length > 0 && { detail: names.join(', ') }),
        to: '/ads',
      } satisfies Need,
    ];
  });
  if (waiting > 0)
    needs.push({
      key: 'approval',
      severity: 'info',
      icon: IconShieldCheck,
      title: text('approval', { count: waiting }),
      to: '/ads/launches',
    });
  return {
    needs,
    isPending: findings.isPending || launches.isPending,
    error: findings.error ?? launches.error,
  };
}
