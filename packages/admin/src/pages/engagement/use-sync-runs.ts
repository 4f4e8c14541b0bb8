import { useThrottledCallback } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SyncRunView } from 'tiktok-connector-client';
import { useLiveEvents } from '../../api/live-events.js';
import { useSession } from '../../session/use-session.js';

const READ_AGAIN_MS = 2_000;
const OPEN: ReadonlySet<SyncRunView['status']> = new Set(['queued', 'running']);

/** The runs that were open while the page is shown, as they change. Figures are read again when one ends. */
export function useSyncRuns() {
  const { organisationId } = useSession();
  const client = useQueryClient();
  const [runs, setRuns] = useState<ReadonlyMap<string, SyncRunView>>(new Map());
  // A sync of many accounts ends many runs within seconds.
  const readAgain = useThrottledCallback(() => {
    void client.invalidateQueries({ queryKey: [organisationId, 'figures'] });
    void client.invalidateQueries({ queryKey: [organisationId, 'sync'] });
  }, READ_AGAIN_MS);
  useLiveEvents('/api/sync/runs/stream', ({ data: run }) => {
    setRuns((known) => new Map(known).set(run.id, run));
    if (!isOpen(run)) readAgain();
  });
  return { runs: [...runs.values()], forget: () => setRuns(new Map()) };
}

export function isOpen({ status }: SyncRunView): boolean {
  return OPEN.has(status);
}
