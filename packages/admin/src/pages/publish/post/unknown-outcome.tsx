import { Alert, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconHelp } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useChange } from '../../../api/mutations.js';
import { useText } from '../../../i18n/use-text.js';
import { Confirm } from '../confirm.js';
import type { Publication } from '../publication.js';
import { MESSAGES } from './post.messages.js';

/** Lets a user who has looked at the account decide what the service cannot know. */
export function UnknownOutcome({ post }: { post: Publication }) {
  const text = useText(MESSAGES);
  const [isYes, yes] = useDisclosure();
  const [isNo, no] = useDisclosure();
  return (
    <Alert color="orange" title={text('question')} icon={<IconHelp aria-hidden />}>
      <Stack gap="sm">
        <Text size="sm">{text('questionDetail')}</Text>
        <Group gap="xs">
          <Button onClick={yes.open}>{text('yes')}</Button>
          <Button variant="default" onClick={no.open}>
            {text('no')}
          </Button>
        </Group>
      </Stack>
      <MarkPublished publishId={post.publishId} opened={isYes} onClose={yes.close} />
      <PublishAgain publishId={post.publishId} opened={isNo} onClose={no.close} />
    </Alert>
  );
}

interface DialogProps {
  publishId: string;
  opened: boolean;
  onClose: () => void;
}

const POST_ID = /(\d{15,20})\/?(?:[?#].*)?$/;

function MarkPublished({ publishId, opened, onClose }: DialogProps) {
  const text = useText(MESSAGES);
  const [link, setLink] = useState('');
  const postId = POST_ID.exec(link.trim())?.[1];
  const isWrong = link.trim() !== '' && postId === undefined;
  const mark = useChange(
    (connector, body: { publishId: string; postId?: string }) =>
      connector.POST('/api/upstream/call/tiktok-provider/mark-published', { body }),
    { changes: [['publications']], done: text('marked'), shown: false },
  );
  return (
    <Confirm
      opened={opened}
      title={text('yesTitle')}
      detail={text('yesDetail')}
      action={text('mark')}
      error={mark.error}
      loading={mark.isPending}
      disabled={isWrong}
      onClose={onClose}
      onConfirm={() =>
        mark.mutate({ publishId, ...(postId !== undefined && { postId }) }, { onSuccess: onClose })
      }
    >
      <TextInput
        label={text('link')}
        value={link}
        error={isWrong && text('linkWrong')}
        onChange={(event) => setLink(event.currentTarget.value)}
      />
    </Confirm>
  );
}

function PublishAgain({ publishId, opened, onClose }: DialogProps) {
  const text = useText(MESSAGES);
  const navigate = useNavigate();
  const [isSure, setSure] = useState(false);
  const again = useChange(
    (connector, body: { publishId: string }) =>
      connector.POST('/api/upstream/call/tiktok-provider/publish-again', { body }),
    { changes: [['publications']], shown: false },
  );
  return (
    <Confirm
      opened={opened}
      title={text('noTitle')}
      detail={text('noDetail')}
      action={text('again')}
      color="red"
      error={again.error}
      loading={again.isPending}
      disabled={!isSure}
      onClose={onClose}
      onConfirm={() =>
        again.mutate(
          { publishId },
          {
            onSuccess: (attempt) => {
              onClose();
              void navigate({ to: '/publish/$publishId', params: { publishId: attempt.publishId } });
            },
          },
        )
      }
    >
      <Checkbox
        label={text('checked')}
        checked={isSure}
        onChange={(event) => setSure(event.currentTarget.checked)}
      />
    </Confirm>
  );
}
