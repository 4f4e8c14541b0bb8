import { Button, Group, Paper, Stack } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useChange } from '../../../api/mutations.js';
import { useText } from '../../../i18n/use-text.js';
import { useMay } from '../../../session/use-session.js';
import { Page } from '../../../ui/page.js';
import { Answered, Empty } from '../../../ui/states.js';
import { Forbidden } from '../forbidden.js';
import { LinkButton } from '../link-button.js';
import { isEditable, type Publication } from '../publication.js';
import { usePublication } from '../use-publication.js';
import { localTime, ownZone } from '../zones.js';
import { MESSAGES } from './composer.messages.js';
import { ConsentLine } from './consent-line.js';
import { CreatorCard } from './creator-card.js';
import { isUndisclosed } from './disclosure-fields.js';
import { fieldErrors } from './field-errors.js';
import { edited, formOf, timeOf, toValidate, usePostForm, type PostForm } from './form.js';
import { PostFields } from './post-fields.js';
import { TimeFields } from './time-fields.js';
import { useCreator } from './use-creator.js';
import { useValidation } from './use-validation.js';
import { Verdict } from './verdict.js';

/** Edits a post that TikTok does not have yet. */
export function EditPage() {
  const text = useText(MESSAGES);
  const { publishId } = useParams({ from: '/publish/$publishId/edit' });
  const query = usePublication(publishId);
  const mayPublish = useMay('editor');
  const toPost = (
    <LinkButton to="/publish/$publishId" params={{ publishId }} variant="default">
      {text('toPost')}
    </LinkButton>
  );
  return (
    <Page title={text('editTitle', { title: query.data?.title ?? '…' })} actions={toPost}>
      {mayPublish ? (
        <Answered query={query}>
          {(post) =>
            isEditable(post) ? (
              <Editor key={post.publishId} post={post} />
            ) : (
              <Empty icon={IconLock} title={text('tooLate')} detail={text('tooLateDetail')} />
            )
          }
        </Answered>
      ) : (
        <Forbidden />
      )}
    </Page>
  );
}

function Editor({ post }: { post: Publication }) {
  const text = useText(MESSAGES);
  const navigate = useNavigate();
  const { publishId, kind, integrationId, status } = post;
  const form = usePostForm(startOf(post));
  const creator = useCreator(integrationId);
  const media = post.media.map(({ facts, sizeBytes }) => declared(facts, sizeBytes));
  const { result, isChecking } = useValidation(toValidate(form.values, kind, integrationId, media));
  const toPost = () => void navigate({ to: '/publish/$publishId', params: { publishId } });
  const save = useChange(
    (connector, values: PostForm) =>
      connector.POST('/api/upstream/call/tiktok-provider/edit-publication', {
        body: { ...edited(values, kind, publishId), ...(status === 'scheduled' && newTime(values)) },
      }),
    { changes: [['publications']], done: text('saved'), shown: false },
  );
  const errors = fieldErrors(result?.problems ?? [], save.error ?? undefined, true);
  const { media: ofFiles, ...ofFields } = errors.of;
  return (
    <Answered query={creator} rows={6}>
      {(info) => (
        <Stack maw={720}>
          <CreatorCard info={info} onRetry={() => void creator.refetch()} />
          <PostFields form={form} info={info} kind={kind} errors={ofFields} />
          {status === 'scheduled' && (
            <TimeFields
              value={form.values}
              error={ofFields['publishAt'] ?? ofFields['timeZone']}
              onChange={(time) =>
                form.setValues({ when: time.when, publishAt: time.publishAt, timeZone: time.timeZone })
              }
            />
          )}
          <Paper withBorder p="md">
            <Stack gap="sm">
              <Verdict
                others={ofFiles === undefined ? errors.others : [...errors.others, ofFiles]}
                isChecking={isChecking}
                result={result}
              />
              {status === 'scheduled' && form.values.mode === 'direct' && (
                <ConsentLine
                  info={info}
                  branded={form.values.commercialDisclosure && form.values.brandedContent}
                />
              )}
              <Group gap="xs">
                <Button
                  loading={save.isPending}
                  disabled={isUndisclosed(form.values) || form.values.title.trim() === ''}
                  onClick={() => save.mutate(form.values, { onSuccess: toPost })}
                >
                  {text('save')}
                </Button>
                <Button variant="default" onClick={toPost}>
                  {text('cancel')}
                </Button>
              </Group>
            </Stack>
          </Paper>
        </Stack>
      )}
    </Answered>
  );
}

function startOf(post: Publication): PostForm {
  const timeZone = post.timeZone ?? ownZone();
  const at = post.publishAt;
  if (at === null) return formOf(post);
  return { ...formOf(post), when: 'later', publishAt: localTime(at, timeZone), timeZone };
}

/** A scheduled post that shall go out now loses its time. */
function newTime(values: PostForm) {
  return values.when === 'now' ? { publishAt: null } : timeOf(values);
}

function declared(facts: Publication['media'][number]['facts'], sizeBytes: number | null) {
  const { damage: _, ...known } = facts ?? {};
  return { ...known, ...(sizeBytes !== null && { sizeBytes }) };
}
