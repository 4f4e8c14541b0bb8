import { Alert, Badge, Code, Drawer, Group, List, Stack, Text, Title } from '@mantine/core';
import type { AdObjectView, ReviewView } from 'tiktok-connector-client';
import { useAnswer } from '../../../api/queries.js';
import { useText } from '../../../i18n/use-text.js';
import { Answered } from '../../../ui/states.js';
import { Time } from '../../../ui/time.js';
import { MESSAGES } from './campaigns.messages.js';
import { ITEM_OF } from './levels.js';
import { Status } from './object-row.js';

const REVIEW_COLORS = {
  approved: 'green',
  partly_approved: 'orange',
  in_review: 'blue',
  rejected: 'red',
} as const;

/** What an object does now, what to do about it, and TikTok's review. */
export function ObjectDetails({ object, close }: { object: AdObjectView | undefined; close: () => void }) {
  return (
    <Drawer opened={object !== undefined} onClose={close} position="right" title={object?.name ?? object?.id}>
      {object && <Content object={object} />}
    </Drawer>
  );
}

function Content({ object }: { object: AdObjectView }) {
  const text = useText(MESSAGES);
  return (
    <Stack>
      <div>
        <Status object={object} />
        {object.statusText !== null && <Text mt="xs">{object.statusText}</Text>}
        {object.fix !== null && <Text c="dimmed">{object.fix}</Text>}
      </div>
      {object.level !== 'campaign' && <Review object={object} />}
      <List size="sm" listStyleType="none">
        <List.Item>
          {text('id')} <Code>{object.id}</Code>
        </List.Item>
        <List.Item>
          {text('family')} {text(`family_${object.family}`)}
        </List.Item>
        {object.objective !== null && (
          <List.Item>
            {text('objective')} {object.objective}
          </List.Item>
        )}
        {object.createdAt !== null && (
          <List.Item>
            {text('created')} <Time at={object.createdAt} />
          </List.Item>
        )}
        <List.Item>
          {text('asOf')} <Time at={object.asOf} />
        </List.Item>
      </List>
    </Stack>
  );
}

function Review({ object: { id, accountId, level } }: { object: AdObjectView }) {
  const text = useText(MESSAGES);
  const query = useAnswer(['ads', 'review', level, id], async (connector, signal) => {
    const options = { params: { path: { id }, query: { accountId } }, signal };
    return level === 'ad'
      ? await connector.GET(ITEM_OF.ad, options)
      : await connector.GET(ITEM_OF.ad_group, options);
  });
  return (
    <div>
      <Title order={3} size="h5" mb="xs">
        {text('review')}
      </Title>
      <Answered query={query} rows={2}>
        {({ review }) =>
          review === null ? <Text c="dimmed">{text('noReview')}</Text> : <Verdict review={review} />
        }
      </Answered>
    </div>
  );
}

function Verdict({ review }: { review: ReviewView }) {
  const text = useText(MESSAGES);
  const { state, stateText, status, rejections } = review;
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Badge variant="light" color={state === null ? 'gray' : REVIEW_COLORS[state]}>
          {state === null ? (status ?? text('status_unknown')) : text(`review_${state}`)}
        </Badge>
        {review.reviewedAt !== null && (
          <Text size="sm" c="dimmed">
            <Time at={review.reviewedAt} />
          </Text>
        )}
      </Group>
      {stateText !== null && <Text size="sm">{stateText}</Text>}
      {rejections.map(({ reasons, suggestion }, index) => (
        <Alert key={index} color="red" title={reasons.join(' ')}>
          {suggestion}
        </Alert>
      ))}
    </Stack>
  );
}
