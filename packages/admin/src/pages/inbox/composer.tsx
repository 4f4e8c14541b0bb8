import { ActionIcon, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { getHotkeyHandler } from '@mantine/hooks';
import { IconSend, IconX } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { ApiError, type ConversationDetailsView } from 'tiktok-connector-client';
import { useText } from '../../i18n/use-text.js';
import { Barrier } from './barrier.js';
import { useReadAgain } from './conversation-store.js';
import { useDraft } from './drafts.js';
import classes from './inbox.module.css';
import { REPLY_MESSAGES } from './reply.messages.js';
import { SavedReplies } from './saved-replies.js';
import { useSend } from './use-send.js';
import type { ReplyTarget } from './use-reply-target.js';
import { WindowLine } from './window-line.js';

/** Where a user writes a reply or a direct message. */
export function Composer({
  details,
  target,
  field,
}: {
  details: ConversationDetailsView;
  target: ReplyTarget;
  field: RefObject<HTMLTextAreaElement | null>;
}) {
  const text = useText(REPLY_MESSAGES);
  const { conversation, direct } = details;
  const [draft, setDraft] = useDraft(conversation.id);
  const sending = useSend(conversation);
  const { error } = sending;
  const readAgain = useReadAgain(conversation.id);
  const send = () => {
    if (draft.trim() === '' || sending.isPending) return;
    sending.mutate(
      { text: draft, messageId: target.message?.id },
      {
        onSuccess: (reply) => {
          sending.taken(reply);
          setDraft('');
          target.clear();
        },
      },
    );
  };
  const label = text(conversation.kind === 'message' ? 'message' : 'reply');
  return (
    <Barrier details={details}>
      <Stack gap="xs" className={classes['composer']}>
        {direct && <WindowLine window={direct.window} ended={readAgain} />}
        {target.message && <Answering target={target} />}
        <Textarea
          ref={field}
          autosize
          minRows={2}
          maxRows={8}
          aria-label={label}
          placeholder={label}
          value={draft}
          error={error && errorOf(error)}
          onChange={(event) => (sending.reset(), setDraft(event.currentTarget.value))}
          onKeyDown={getHotkeyHandler([
            ['mod+Enter', send],
            ['Escape', () => field.current?.blur()],
          ])}
        />
        <Group justify="space-between" wrap="nowrap">
          <SavedReplies
            draft={draft}
            insert={(words) => {
              setDraft(draft === '' ? words : `${draft} ${words}`);
              field.current?.focus();
            }}
          />
          <Group gap="sm" wrap="nowrap">
            {draft !== '' && (
              <Text size="xs" c="dimmed" visibleFrom="xs">
                {text('characters', { count: draft.length })}
              </Text>
            )}
            <Button
              size="sm"
              leftSection={<IconSend size={16} />}
              title={text('sendHint')}
              disabled={draft.trim() === ''}
              loading={sending.isPending}
              onClick={send}
            >
              {text('send')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Barrier>
  );
}

/** The sentence of the field that is wrong, or of the whole answer. */
function errorOf(error: Error): string {
  const fields = error instanceof ApiError ? Object.values(error.fields) : [];
  return fields.length > 0 ? fields.join(' ') : error.message;
}

function Answering({ target }: { target: ReplyTarget }) {
  const text = useText(REPLY_MESSAGES);
  const { message, clear } = target;
  const name = message?.author.name ?? message?.author.username ?? text('someone');
  return (
    <Group justify="space-between" wrap="nowrap" gap="xs">
      <Text size="xs" c="dimmed" truncate>
        {text('answering', { name, text: message?.text ?? text('noText') })}
      </Text>
      <ActionIcon size="sm" variant="subtle" color="gray" aria-label={text('stopAnswering')} onClick={clear}>
        <IconX size={14} />
      </ActionIcon>
    </Group>
  );
}
