import { Button, Group, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../../i18n/use-text.js';
import { ZonedTime } from '../composer/time-fields.js';
import type { Publication } from '../publication.js';
import { MESSAGES } from '../publish.messages.js';
import { localTime, ownZone } from '../zones.js';
import type { Move } from './use-move.js';

/** Chooses another time for a scheduled post. */
export function MoveDialog({
  post,
  isPending,
  onMove,
  onClose,
}: {
  post: Publication;
  isPending: boolean;
  onMove: (move: Move) => void;
  onClose: () => void;
}) {
  const text = useText(MESSAGES);
  const zone = post.timeZone ?? ownZone();
  const [time, setTime] = useState<Parameters<typeof ZonedTime>[0]['value']>({
    when: 'later',
    publishAt: post.publishAt === null ? null : localTime(post.publishAt, zone),
    timeZone: zone,
  });
  const { publishAt, timeZone } = time;
  return (
    <Modal opened onClose={onClose} title={text('move', { title: post.title })}>
      <Stack>
        <ZonedTime value={time} onChange={setTime} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {text('close')}
          </Button>
          <Button
            disabled={publishAt === null}
            loading={isPending}
            onClick={() =>
              publishAt !== null && onMove({ post, publishAt: publishAt.replace(' ', 'T'), timeZone })
            }
          >
            {text('save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
