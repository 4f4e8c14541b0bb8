import { Alert, Button, Card, List, Radio, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { DryRunView, LaunchBodyDto } from 'tiktok-connector-client';
import { useText } from '../../../i18n/use-text.js';
import { Money } from '../../../ui/money.js';
import { Failed, Loading } from '../../../ui/states.js';
import { MESSAGES } from './new-launch.messages.js';
import { placeOf, stepOfPlace } from './places.js';
import { REVIEW } from './review.messages.js';
import { STEPS, type Step } from './steps.js';
import { useDraft } from './use-draft.js';
import { complainedFields, refusedFields, useDryRun } from './use-dry-run.js';

/** What the launch would do and cost, what stands against it, and what happens after TikTok's review. */
export function ReviewStep({ body, goTo }: { body: LaunchBodyDto; goTo: (step: Step) => void }) {
  const { isStepRight } = useDraft();
  const missing = STEPS.filter((step) => step !== 'review' && !isStepRight(step));
  return (
    <Stack>
      {missing.length > 0 ? <Missing steps={missing} goTo={goTo} /> : <DryRun body={body} goTo={goTo} />}
      <AfterReview />
    </Stack>
  );
}

function Missing({ steps, goTo }: { steps: readonly Step[]; goTo: (step: Step) => void }) {
  const text = useText(REVIEW);
  const names = useText(MESSAGES);
  return (
    <Alert color="orange" title={text('unfinished')}>
      <Stack gap="xs" align="flex-start">
        {text('unfinishedDetail')}
        {steps.map((step) => (
          <Button key={step} size="xs" variant="default" onClick={() => goTo(step)}>
            {names(`step_${step}`)}
          </Button>
        ))}
      </Stack>
    </Alert>
  );
}

function DryRun({ body, goTo }: { body: LaunchBodyDto; goTo: (step: Step) => void }) {
  const text = useText(REVIEW);
  const { draft, showServer } = useDraft();
  const { data, error, isFetching, refetch } = useDryRun(draft, body, true);
  // The setter of a state, which never changes.
  useEffect(() => {
    if (data) showServer(complainedFields(data));
    else if (error) showServer(refusedFields(error));
  }, [data, error, showServer]);
  if (isFetching && !data) return <Loading rows={4} />;
  if (error) {
    const places = Object.entries(refusedFields(error));
    if (places.length === 0) return <Failed error={error} retry={() => void refetch()} />;
    return <Complaints found={places.map(([place, message]) => ({ place, message }))} goTo={goTo} />;
  }
  if (!data) return null;
  const found = data.complaints.map(({ field, message }) => ({ place: placeOf(field), message }));
  return (
    <>
      {found.length > 0 ? (
        <Complaints found={found} goTo={goTo} />
      ) : (
        <Alert color="green" icon={<IconCircleCheck aria-hidden />} title={text('allGood')}>
          {text(data.needsApproval ? 'needsApproval' : 'needsNoApproval')}
        </Alert>
      )}
      <Spend result={data} />
      <Unchecked result={data} />
      <Plan result={data} />
    </>
  );
}

interface Found {
  place: string;
  message: string;
}

function Complaints({ found, goTo }: { found: readonly Found[]; goTo: (step: Step) => void }) {
  const text = useText(REVIEW);
  const names = useText(MESSAGES);
  return (
    <Alert color="red" title={text('complaints', { count: found.length })} role="alert">
      <List size="sm" spacing="xs">
        {found.map(({ place, message }) => (
          <List.Item key={place + message}>
            {message}{' '}
            <Button size="compact-xs" variant="default" onClick={() => goTo(stepOfPlace(place))}>
              {text('goTo', { step: names(`step_${stepOfPlace(place)}`) })}
            </Button>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

function Spend({ result: { largestDailySpend } }: { result: DryRunView }) {
  const text = useText(REVIEW);
  return (
    <Card withBorder>
      <Text size="sm" c="dimmed">
        {text('largestDailySpend')}
      </Text>
      <Money {...largestDailySpend} fz={28} fw={600} />
      <Text size="sm">{text('spendDetail')}</Text>
    </Card>
  );
}

function Unchecked({ result: { unchecked } }: { result: DryRunView }) {
  const text = useText(REVIEW);
  if (unchecked.length === 0) return null;
  return (
    <Alert color="yellow" title={text('unchecked')}>
      <List size="sm">
        {unchecked.map(({ field, reason }) => (
          <List.Item key={field}>
            {field}: {reason}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

function Plan({ result: { plan } }: { result: DryRunView }) {
  const text = useText(REVIEW);
  return (
    <Card withBorder>
      <Title order={3} size="h4" mb="xs">
        {text('plan')}
      </Title>
      <List type="ordered" size="sm">
        {plan.map(({ key, name }) => (
          <List.Item key={key}>{name}</List.Item>
        ))}
      </List>
    </Card>
  );
}

/** Money is spent only if the user chooses so. */
function AfterReview() {
  const text = useText(REVIEW);
  const { draft, edit, errorAt } = useDraft();
  return (
    <Card withBorder>
      <Stack>
        <Radio.Group
          label={text('afterReview')}
          withAsterisk
          value={draft.afterReview}
          error={errorAt('afterReview')}
          onChange={(value) => edit({ afterReview: value === 'enable' ? 'enable' : 'paused' })}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="paused" label={text('paused')} description={text('pausedDetail')} />
            <Radio value="enable" label={text('enable')} description={text('enableDetail')} />
          </Stack>
        </Radio.Group>
        <TextInput
          label={text('reason')}
          description={text('reasonDetail')}
          value={draft.reason}
          error={errorAt('reason')}
          onChange={(event) => edit({ reason: event.currentTarget.value })}
        />
      </Stack>
    </Card>
  );
}
