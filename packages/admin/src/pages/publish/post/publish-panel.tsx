import { Button, Paper, Stack, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useConnector } from '../../../api/api.js';
import { useText } from '../../../i18n/use-text.js';
import { useSession } from '../../../session/use-session.js';
import { Answered } from '../../../ui/states.js';
import { ConsentLine } from '../composer/consent-line.js';
import { CreatorCard } from '../composer/creator-card.js';
import { fieldErrors } from '../composer/field-errors.js';
import { TimeFields } from '../composer/time-fields.js';
import { useCreator } from '../composer/use-creator.js';
import { publish } from '../composer/use-sender.js';
import { useValidation } from '../composer/use-validation.js';
import { Verdict } from '../composer/verdict.js';
import type { Publication } from '../publication.js';
import { ownZone } from '../zones.js';
import { MESSAGES } from './post.messages.js';

/** Publishes or schedules a post that has all its files. The button is the user's consent. */
export function PublishPanel({ post }: { post: Publication }) {
  const text = useText(MESSAGES);
  const { publishId, integrationId, kind, mode, options } = post;
  const [time, setTime] = useState<Parameters<typeof TimeFields>[0]['value']>({
    when: 'now',
    publishAt: null,
    timeZone: ownZone(),
  });
  const creator = useCreator(integrationId);
  const { result, isChecking } = useValidation({ publishId });
  const send = usePublish(post);
  const problems = fieldErrors(result?.problems ?? [], send.error ?? undefined, true);
  const { publishAt, timeZone, ...rest } = problems.of;
  return (
    <Paper withBorder p="md">
      <Stack align="stretch">
        <Title order={2} size="h4">
          {text('publishTitle')}
        </Title>
        <Answered query={creator} rows={3}>
          {(info) => (
            <>
              <CreatorCard info={info} onRetry={() => void creator.refetch()} />
              <TimeFields value={time} error={publishAt ?? timeZone} onChange={setTime} />
              <Verdict
                others={[...problems.others, ...Object.values(rest)]}
                isChecking={isChecking}
                result={result}
              />
              {mode === 'direct' && <ConsentLine info={info} branded={options.brandedContent ?? false} />}
              <div>
                <Button
                  loading={send.isPending}
                  disabled={
                    (mode === 'direct' && !info.canPost) || (time.when === 'later' && time.publishAt === null)
                  }
                  onClick={() => send.mutate({ kind, ...time })}
                >
                  {text(time.when === 'later' ? 'schedule' : 'publishNow')}
                </Button>
              </div>
            </>
          )}
        </Answered>
      </Stack>
    </Paper>
  );
}

function usePublish({ publishId }: Publication) {
  const connector = useConnector();
  const client = useQueryClient();
  const { organisationId } = useSession();
  return useMutation({
    mutationFn: ({ kind, ...time }: { kind: Publication['kind'] } & Parameters<typeof publish>[3]) =>
      publish(connector, kind, publishId, time),
    retry: false,
    onSettled: () => client.invalidateQueries({ queryKey: [organisationId, 'publications'] }),
  });
}
