import { ActionIcon, Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { ApiError, type SavedReplyView } from 'tiktok-connector-client';
import { useText } from '../../i18n/use-text.js';
import { MoreButton } from '../../ui/more-button.js';
import { AskFirst } from '../../ui/ask-first.js';
import { Failed, Loading } from '../../ui/states.js';
import { REPLY_MESSAGES } from './reply.messages.js';
import { useDeleteSavedReply, useSavedReplies, useSaveReply } from './use-saved-replies.js';

/** A new reply has no id yet. */
type Edited = { id?: string; title: string; text: string };

/** Creates, changes and deletes the saved replies of the organisation. */
export function SavedRepliesDialog({
  opened,
  close,
  draft,
}: {
  opened: boolean;
  close: () => void;
  /** What the user has typed: the text of a new one. */
  draft: string;
}) {
  const text = useText(REPLY_MESSAGES);
  const [edited, edit] = useState<Edited>();
  const leave = () => (edit(undefined), close());
  return (
    <Modal opened={opened} onClose={leave} title={text('manage')} size="lg">
      {edited ? (
        <EditReply edited={edited} leave={() => edit(undefined)} />
      ) : (
        <Stack gap="xs">
          <AllReplies edit={edit} />
          <Button
            variant="light"
            leftSection={<IconPlus size={16} />}
            onClick={() => edit({ title: '', text: draft })}
          >
            {text('add')}
          </Button>
        </Stack>
      )}
    </Modal>
  );
}

function AllReplies({ edit }: { edit: (reply: Edited) => void }) {
  const text = useText(REPLY_MESSAGES);
  const list = useSavedReplies(true);
  if (list.isPending) return <Loading rows={3} />;
  if (list.error) return <Failed error={list.error} retry={() => void list.refetch()} />;
  if (list.items.length === 0) return <Text c="dimmed">{text('noSaved')}</Text>;
  return (
    <>
      {list.items.map((saved) => (
        <ReplyLine key={saved.id} saved={saved} edit={edit} />
      ))}
      <MoreButton list={list} />
    </>
  );
}

function ReplyLine({ saved, edit }: { saved: SavedReplyView; edit: (reply: Edited) => void }) {
  const text = useText(REPLY_MESSAGES);
  const [isAsking, asking] = useDisclosure();
  const remove = useDeleteSavedReply();
  const { id, title } = saved;
  return (
    <Group wrap="nowrap" justify="space-between">
      <Stack gap={0} miw={0}>
        <Text fw={500} truncate>
          {title}
        </Text>
        <Text size="sm" c="dimmed" lineClamp={2}>
          {saved.text}
        </Text>
      </Stack>
      <Group gap={4} wrap="nowrap">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`${text('edit')}: ${title}`}
          onClick={() => edit({ id, title, text: saved.text })}
        >
          <IconPencil size={18} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="red"
          loading={remove.isPending}
          aria-label={`${text('delete')}: ${title}`}
          onClick={asking.open}
        >
          <IconTrash size={18} />
        </ActionIcon>
      </Group>
      <AskFirst
        opened={isAsking}
        close={asking.close}
        title={text('deleteTitle')}
        detail={text('deleteDetail', { title })}
        confirm={text('delete')}
        cancel={text('cancel')}
        run={() => remove.mutate(id)}
      />
    </Group>
  );
}

function EditReply({ edited, leave }: { edited: Edited; leave: () => void }) {
  const text = useText(REPLY_MESSAGES);
  const save = useSaveReply();
  const form = useForm({ initialValues: { title: edited.title, text: edited.text } });
  const submit = form.onSubmit((values) =>
    save.mutate(
      { ...values, id: edited.id },
      {
        onSuccess: leave,
        onError: (error) =>
          form.setErrors(
            error instanceof ApiError && Object.keys(error.fields).length > 0
              ? error.fields
              : { text: error.message },
          ),
      },
    ),
  );
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          required
          data-autofocus
          label={text('titleLabel')}
          description={text('titleHint')}
          {...form.getInputProps('title')}
        />
        <Textarea required autosize minRows={3} label={text('textLabel')} {...form.getInputProps('text')} />
        <Group justify="flex-end">
          <Button variant="default" onClick={leave}>
            {text('back')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {text('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
