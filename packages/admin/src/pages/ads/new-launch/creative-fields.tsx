import { Group, Radio, Select, TextInput } from '@mantine/core';
import { useText } from '../../../i18n/use-text.js';
import { widthOf } from './draft-check.js';
import type { AdDraft } from './draft.js';
import { MESSAGES } from './new-launch.messages.js';
import { isReady, keyOfIdentity, useIdentities, useLibrary, usePosts, usePublished } from './use-choices.js';
import { useDraft } from './use-draft.js';
import { VideoUpload } from './video-upload.js';

const SOURCES = ['upload', 'publication', 'post'] as const;

export interface AdFieldProps {
  group: number;
  index: number;
  ad: AdDraft;
}

/** The video of an ad, the account that shows it, and its text. */
export function CreativeFields(props: AdFieldProps) {
  const { group, index, ad } = props;
  const text = useText(MESSAGES);
  const { editAd, errorAt } = useDraft();
  const at = `adGroups.${group}.ads.${index}`;
  return (
    <>
      <Radio.Group
        label={text('creative')}
        withAsterisk
        value={ad.source}
        error={errorAt(`${at}.source`)}
        onChange={(source) =>
          editAd(group, index, { source: SOURCES.find((one) => one === source) ?? null, identity: null })
        }
      >
        <Group mt="xs">
          {SOURCES.map((source) => (
            <Radio key={source} value={source} label={text(`source_${source}`)} />
          ))}
        </Group>
      </Radio.Group>
      {ad.source === 'upload' && <Library {...props} />}
      {ad.source === 'publication' && <Published {...props} />}
      {ad.source === 'post' && <Posts {...props} />}
      {ad.source !== null && ad.source !== 'post' && (
        <>
          <Identity {...props} />
          <TextInput
            label={text('adText')}
            description={text('adTextDetail', { count: widthOf(ad.text.trim()) })}
            withAsterisk={ad.source === 'upload'}
            value={ad.text}
            error={errorAt(`${at}.text`)}
            onChange={(event) => editAd(group, index, { text: event.currentTarget.value })}
          />
        </>
      )}
    </>
  );
}

function Library({ group, index, ad }: AdFieldProps) {
  const text = useText(MESSAGES);
  const { draft, editAd, errorAt } = useDraft();
  const accountId = draft.accountId ?? '';
  const { data, error } = useLibrary(accountId);
  const choose = (uploadId: string | null) => editAd(group, index, { uploadId });
  return (
    <Group align="flex-end">
      <Select
        style={{ flexGrow: 1 }}
        miw={220}
        label={text('libraryVideo')}
        description={data?.items.length === 0 ? text('libraryEmpty') : undefined}
        withAsterisk
        searchable
        allowDeselect={false}
        data={(data?.items ?? []).map((video) => ({
          value: video.id,
          label: isReady(video) ? video.name : text('inProgress', { name: video.name }),
        }))}
        value={ad.uploadId}
        error={errorAt(`adGroups.${group}.ads.${index}.uploadId`) ?? error?.message}
        onChange={choose}
      />
      <VideoUpload accountId={accountId} onUploaded={choose} />
    </Group>
  );
}

function Published({ group, index, ad }: AdFieldProps) {
  const text = useText(MESSAGES);
  const { editAd, errorAt } = useDraft();
  const { data, error } = usePublished();
  return (
    <Select
      label={text('publication')}
      description={text(data?.items.length === 0 ? 'publicationsEmpty' : 'publicationDetail')}
      withAsterisk
      searchable
      allowDeselect={false}
      data={(data?.items ?? []).map(({ publishId, title }) => ({ value: publishId, label: title }))}
      value={ad.publicationId}
      error={errorAt(`adGroups.${group}.ads.${index}.publicationId`) ?? error?.message}
      onChange={(publicationId) => editAd(group, index, { publicationId })}
    />
  );
}

function Posts({ group, index, ad }: AdFieldProps) {
  const text = useText(MESSAGES);
  const { draft, editAd, errorAt } = useDraft();
  const { data, error } = usePosts(draft.accountId ?? '');
  const at = `adGroups.${group}.ads.${index}`;
  const choose = (postId: string | null) => {
    const post = data?.find((one) => one.postId === postId);
    if (post) editAd(group, index, { postId, postType: post.postType, identity: post.identity });
  };
  return (
    <Select
      label={text('post')}
      description={text(data?.length === 0 ? 'postsEmpty' : 'postDetail')}
      withAsterisk
      searchable
      allowDeselect={false}
      data={(data ?? []).map(({ postId, text: caption, name }) => ({
        value: postId,
        label: [name, caption ?? postId].filter(Boolean).join(' · '),
      }))}
      value={ad.postId}
      error={
        errorAt(`${at}.postId`) ??
        (ad.postId === null ? undefined : errorAt(`${at}.identity`)) ??
        error?.message
      }
      onChange={choose}
    />
  );
}

function Identity({ group, index, ad }: AdFieldProps) {
  const text = useText(MESSAGES);
  const { draft, editAd, errorAt } = useDraft();
  const { data, error } = useIdentities(draft.accountId ?? '');
  // A code opens one post only.
  const identities = (data?.items ?? []).filter(({ type }) => type !== 'AUTH_CODE');
  return (
    <Select
      label={text('identity')}
      description={text('identityDetail')}
      withAsterisk
      searchable
      allowDeselect={false}
      data={identities.map((one) => ({
        value: keyOfIdentity(one),
        label: one.name ?? one.username ?? one.id,
        disabled: !one.available || one.canPostVideos === false,
      }))}
      value={ad.identity}
      error={errorAt(`adGroups.${group}.ads.${index}.identity`) ?? error?.message}
      onChange={(identity) => editAd(group, index, { identity })}
    />
  );
}
