import { notifications } from '@mantine/notifications';
import { useIntl } from 'react-intl';
import { useChange } from '../../../api/mutations.js';
import { useText } from '../../../i18n/use-text.js';
import type { Publication } from '../publication.js';
import { MESSAGES } from '../publish.messages.js';
import { movedBy, ownZone } from '../zones.js';

export interface Move {
  post: Publication;
  /** A local time of `timeZone`. */
  publishAt: string;
  timeZone: string;
}

/** Moves a scheduled post to another time. The service decides; a refused time stays as it was. */
export function useMove() {
  const text = useText(MESSAGES);
  const intl = useIntl();
  const change = useChange(
    (connector, { post, publishAt, timeZone }: Move) =>
      connector.POST('/api/upstream/call/tiktok-provider/edit-publication', {
        body: { publishId: post.publishId, publishAt, timeZone },
      }),
    { changes: [['publications']] },
  );
  const move = (input: Move, done?: () => void) =>
    change.mutate(input, {
      onSuccess: ({ title, publishAt, timeZone }) => {
        done?.();
        if (publishAt === null) return;
        const at = intl.formatDate(publishAt, {
          dateStyle: 'full',
          timeStyle: 'short',
          timeZone: timeZone ?? ownZone(),
        });
        notifications.show({ color: 'green', message: text('moved', { title, at }) });
      },
    });
  const moveDays = (post: Publication, days: number) => {
    const timeZone = post.timeZone ?? ownZone();
    if (post.publishAt !== null && days !== 0)
      move({ post, publishAt: movedBy(post.publishAt, timeZone, days), timeZone });
  };
  return { move, moveDays, isPending: change.isPending };
}
