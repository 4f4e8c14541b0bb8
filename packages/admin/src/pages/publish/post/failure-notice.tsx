import { Alert, Anchor, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useText } from '../../../i18n/use-text.js';
import type { Publication } from '../publication.js';
import { MESSAGES } from './post.messages.js';

/** The service's sentence about a failure, who can fix it, and when a new attempt may succeed. */
export function FailureNotice({ post: { failReason, failure } }: { post: Publication }) {
  const text = useText(MESSAGES);
  return (
    <Alert color="red" title={text('failure')} icon={<IconAlertTriangle aria-hidden />}>
      <Stack gap={4}>
        <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
          {failReason}
        </Text>
        {failure && (
          <>
            <Text size="sm">
              {text(`fixableBy.${failure.fixableBy}`)} {text(`retry.${failure.retry}`)}
            </Text>
            <Anchor
              size="sm"
              href={failure.link}
              target="_blank"
              rel="noreferrer"
              c="inherit"
              underline="always"
            >
              {text('explain')}
            </Anchor>
          </>
        )}
      </Stack>
    </Alert>
  );
}
