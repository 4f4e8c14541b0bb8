import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useChange } from '../../../api/mutations.js';
import { useText } from '../../../i18n/use-text.js';
import { Confirm } from '../confirm.js';
import { LinkButton } from '../link-button.js';
import { isCancellable, isEditable, type Publication } from '../publication.js';
import { MESSAGES } from './post.messages.js';

export function PostActions({ post }: { post: Publication }) {
  const text = useText(MESSAGES);
  const params = { publishId: post.publishId };
  return (
    <>
      {post.retryOf !== null && (
        <LinkButton to="/publish/$publishId" params={{ publishId: post.retryOf }} variant="subtle">
          {text('retryOf')}
        </LinkButton>
      )}
      {isEditable(post) && (
        <LinkButton to="/publish/$publishId/edit" params={params} variant="default">
          {text('edit')}
        </LinkButton>
      )}
      {isCancellable(post) && <CancelButton post={post} />}
      {post.retriedBy !== null ? (
        <LinkButton to="/publish/$publishId" params={{ publishId: post.retriedBy }}>
          {text('retriedBy')}
        </LinkButton>
      ) : (
        post.status === 'failed' && <RetryButton post={post} />
      )}
    </>
  );
}

function CancelButton({ post: { publishId } }: { post: Publication }) {
  const text = useText(MESSAGES);
  const [opened, dialog] = useDisclosure();
  const cancel = useChange(
    (connector, body: { publishId: string }) =>
      connector.POST('/api/upstream/call/tiktok-provider/cancel-publication', { body }),
    { changes: [['publications']], shown: false },
  );
  return (
    <>
      <Button variant="default" onClick={dialog.open}>
        {text('cancelPost')}
      </Button>
      <Confirm
        opened={opened}
        title={text('cancelTitle')}
        detail={text('cancelDetail')}
        action={text('cancelPost')}
        color="red"
        error={cancel.error}
        loading={cancel.isPending}
        onClose={dialog.close}
        onConfirm={() => cancel.mutate({ publishId }, { onSuccess: dialog.close })}
      />
    </>
  );
}

/** Makes a new attempt, which its own page then publishes. */
function RetryButton({ post: { publishId } }: { post: Publication }) {
  const text = useText(MESSAGES);
  const navigate = useNavigate();
  const retry = useChange(
    (connector, body: { publishId: string }) =>
      connector.POST('/api/upstream/call/tiktok-provider/retry-publication', { body }),
    { changes: [['publications']] },
  );
  return (
    <Button
      loading={retry.isPending}
      onClick={() =>
        retry.mutate(
          { publishId },
          {
            onSuccess: (attempt) =>
              void navigate({ to: '/publish/$publishId', params: { publishId: attempt.publishId } }),
          },
        )
      }
    >
      {text('retry')}
    </Button>
  );
}
