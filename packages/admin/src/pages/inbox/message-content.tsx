import { Anchor, Group, Stack, Text } from '@mantine/core';
import { IconPhoto, IconVideo } from '@tabler/icons-react';
import type { CrmMessageView } from 'tiktok-connector-client';
import { useText } from '../../i18n/use-text.js';
import { CONVERSATION_MESSAGES } from './conversation.messages.js';
import classes from './inbox.module.css';

/** The text of a message, its picture, or a line about what this page cannot show. */
export function MessageContent({ message }: { message: CrmMessageView }) {
  const { text: words, imageUrl } = message;
  return (
    <Stack gap={4}>
      {imageUrl !== null && <img src={imageUrl} alt="" className={classes['picture']} />}
      {words !== null && (
        <Text size="sm" className={classes['text']}>
          {words}
        </Text>
      )}
      <Attachment message={message} />
    </Stack>
  );
}

function Attachment({ message }: { message: CrmMessageView }) {
  const text = useText(CONVERSATION_MESSAGES);
  const { type, content, imageUrl } = message;
  const url = textOf(content?.['url']);
  const isEmpty = message.text === null && imageUrl === null;
  if (type === 'european' && isEmpty) return <Note>{text('european')}</Note>;
  if (type === 'other')
    return <Note>{text('unsupported', { type: textOf(content?.['unknownType']) ?? '?' })}</Note>;
  if (type === 'image' && imageUrl === null)
    return (
      <Group gap={6}>
        <IconPhoto size={18} aria-hidden />
        <Text size="sm">{text('image')}</Text>
      </Group>
    );
  if (type === 'video' || type === 'share_post')
    return (
      <Group gap={6}>
        <IconVideo size={18} aria-hidden />
        <Named name={text(type === 'video' ? 'video' : 'sharedPost')} url={url} />
      </Group>
    );
  if (isEmpty) return <Note>{text('noText')}</Note>;
  return null;
}

function Named({ name, url }: { name: string; url: string | undefined }) {
  if (!url?.startsWith('https://')) return <Text size="sm">{name}</Text>;
  return (
    <Anchor size="sm" href={url} target="_blank" rel="noreferrer">
      {name}
    </Anchor>
  );
}

function Note({ children }: { children: string }) {
  return (
    <Text size="sm" c="dimmed" fs="italic">
      {children}
    </Text>
  );
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
