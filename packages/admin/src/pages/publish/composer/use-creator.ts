import { useState } from 'react';
import { useAnswer } from '../../../api/queries.js';

let opened = 0;

/** What the creator allows right now. TikTok demands a fresh call whenever the screen opens, so no earlier answer is shown. */
export function useCreator(integrationId: string | null) {
  const [opening] = useState(() => ++opened);
  const query = useAnswer(
    ['creator-info', opening, integrationId],
    (connector, signal) =>
      connector.POST('/api/upstream/call/tiktok-provider/get-creator-info', {
        body: { ...(integrationId !== null && { integrationId }) },
        signal,
      }),
    { enabled: integrationId !== null, staleTime: Infinity },
  );
  // The earlier account's choices are not this one's.
  return { ...query, data: query.isPlaceholderData ? undefined : query.data };
}
