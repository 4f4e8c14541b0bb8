import { Code, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useText } from '../../../i18n/use-text.js';
import { Time } from '../../../ui/time.js';
import { MESSAGES as COMPOSER } from '../composer/composer.messages.js';
import { accountName, type Publication } from '../publication.js';
import { MESSAGES as LIST } from '../publish.messages.js';
import { useAccounts } from '../../../api/use-accounts.js';
import { formatName } from '../composer/files.js';
import { MESSAGES } from './post.messages.js';

/** What the post says, and which choices it was made with. */
export function PostDetails({ post }: { post: Publication }) {
  const text = useText(MESSAGES);
  const composer = useText(COMPOSER);
  const list = useText(LIST);
  const accounts = useAccounts();
  const account = accounts.find(({ id }) => id === post.integrationId);
  const { options, mode } = post;
  const allowed = [
    post.allowComment && composer('comment'),
    post.allowDuet && composer('duet'),
    post.allowStitch && composer('stitch'),
  ].filter((name) => name !== false);
  const disclosed = [
    options.brandOrganic && composer('brandOrganic'),
    options.brandedContent && composer('brandedContent'),
  ].filter((name) => typeof name === 'string');
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {text('details')}
      </Title>
      <Detail label={text('account')}>{account ? accountName(account) : text('unknown')}</Detail>
      <Detail label={text('kind')}>{list(post.kind)}</Detail>
      <Detail label={text('mode')}>{text(mode === 'draft' ? 'inbox' : 'profile')}</Detail>
      {options.photoTitle && <Detail label={text('photoTitle')}>{options.photoTitle}</Detail>}
      <Detail label={text('caption')}>{post.caption || text('noCaption')}</Detail>
      {mode === 'direct' && (
        <>
          <Detail label={text('privacy')}>
            {post.privacyLevel === null ? text('unknown') : composer(post.privacyLevel)}
          </Detail>
          <Detail label={text('interactions')}>{allowed.join(', ') || text('none')}</Detail>
          <Detail label={text('disclosure')}>{disclosed.join(', ') || text('noWord')}</Detail>
          {post.kind === 'video' && (
            <Detail label={text('ai')}>{text(options.aiGenerated ? 'yesWord' : 'noWord')}</Detail>
          )}
        </>
      )}
      <Files post={post} />
      <Detail label={text('createdAt')}>
        <Time at={post.createdAt} /> {text('createdBy', { user: post.createdBy })}
      </Detail>
      {post.consentedAt !== null && (
        <Detail label={text('consent')}>
          <Time at={post.consentedAt} />{' '}
          {post.consentedBy !== null && text('createdBy', { user: post.consentedBy })}
        </Detail>
      )}
      {post.postIds.map((id) => (
        <Detail key={id} label={text('postId')}>
          <Code>{id}</Code>
        </Detail>
      ))}
    </Stack>
  );
}

function Files({ post }: { post: Publication }) {
  const text = useText(MESSAGES);
  const intl = useIntl();
  const described = post.media.map(({ position, mediaType, sizeBytes, facts }) => ({
    position,
    line: [
      mediaType !== null && formatName(mediaType),
      sizeBytes !== null &&
        intl.formatNumber(sizeBytes / 1_000_000, {
          style: 'unit',
          unit: 'megabyte',
          maximumFractionDigits: 1,
        }),
      facts?.width !== undefined && `${facts.width} × ${facts.height}`,
      facts?.durationSeconds !== undefined &&
        intl.formatNumber(facts.durationSeconds, { style: 'unit', unit: 'second', maximumFractionDigits: 1 }),
    ]
      .filter((part) => typeof part === 'string')
      .join(' · '),
  }));
  if (described.length === 0) return null;
  return (
    <Detail label={text('file', { count: described.length })}>
      {described.map(({ position, line }) => (
        <div key={position}>{line || text('unknown')}</div>
      ))}
    </Detail>
  );
}

function Detail({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text component="div" size="sm" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
        {children}
      </Text>
    </div>
  );
}
