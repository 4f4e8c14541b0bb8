import { Divider, Stack, Switch, Text, TextInput } from '@mantine/core';
import type { CreatorInfoView } from 'tiktok-connector-client';
import { useText } from '../../../i18n/use-text.js';
import type { Kind } from '../publication.js';
import { CaptionField } from './caption-field.js';
import { MESSAGES } from './composer.messages.js';
import { DisclosureFields } from './disclosure-fields.js';
import type { PostFormState } from './form.js';
import { InteractionFields } from './interaction-fields.js';
import { PrivacyField } from './privacy-field.js';

/** What a post says, and what TikTok lets the user decide about it. */
export function PostFields({
  form,
  info,
  kind,
  errors,
}: {
  form: PostFormState;
  info: CreatorInfoView;
  kind: Kind;
  errors: Record<string, string>;
}) {
  const text = useText(MESSAGES);
  const { limits } = info;
  const isDraft = form.values.mode === 'draft';
  const { title, caption, photoTitle } = form.values;
  return (
    <Stack>
      <TextInput
        label={text('name')}
        description={text('nameDetail')}
        withAsterisk
        maxLength={150}
        value={title}
        error={errors['title']}
        onChange={(event) => form.setFieldValue('title', event.currentTarget.value)}
      />
      {kind === 'photo' && (
        <CaptionField
          label={text('photoTitle')}
          value={photoTitle}
          limit={limits.photoTitle}
          rows={1}
          error={errors['photoTitle']}
          onChange={(value) => form.setFieldValue('photoTitle', value.replaceAll('\n', ' '))}
        />
      )}
      {isDraft && kind === 'video' ? (
        <Text size="sm" c="dimmed">
          {text('draftNoText')}
        </Text>
      ) : (
        <CaptionField
          label={text('caption')}
          value={caption}
          limit={kind === 'video' ? limits.videoCaption : limits.photoCaption}
          error={errors['caption']}
          onChange={(value) => form.setFieldValue('caption', value)}
        />
      )}
      {kind === 'photo' && (
        <Switch
          label={text('autoAddMusic')}
          description={text('autoAddMusicDetail')}
          checked={form.values.autoAddMusic}
          onChange={(event) => form.setFieldValue('autoAddMusic', event.currentTarget.checked)}
        />
      )}
      {!isDraft && (
        <>
          <PrivacyField form={form} info={info} error={errors['privacyLevel']} />
          <InteractionFields form={form} info={info} kind={kind} />
          <Divider />
          <DisclosureFields form={form} info={info} />
          {kind === 'video' && (
            <Switch
              label={text('aiGenerated')}
              description={text('aiDetail')}
              checked={form.values.aiGenerated}
              onChange={(event) => form.setFieldValue('aiGenerated', event.currentTarget.checked)}
            />
          )}
        </>
      )}
    </Stack>
  );
}
