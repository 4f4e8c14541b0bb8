import { useState } from 'react';
import type { CrmMessageView } from 'tiktok-connector-client';

/** The message that the next reply answers. Without one, the service answers the newest message of the person. */
export function useReplyTarget() {
  const [message, choose] = useState<CrmMessageView>();
  return { message, choose, clear: () => choose(undefined) };
}

export type ReplyTarget = ReturnType<typeof useReplyTarget>;
