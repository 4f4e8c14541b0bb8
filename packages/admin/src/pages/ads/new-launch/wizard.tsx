import { Button, Group, Stack, Stepper, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { AdsAccountView } from 'tiktok-connector-client';
import { useText } from '../../../i18n/use-text.js';
import type { NewLaunchSearch } from '../ads.search.js';
import { AccountStep } from './account-step.js';
import { AdGroupsStep } from './ad-groups-step.js';
import { AdsStep } from './ads-step.js';
import { CampaignStep } from './campaign-step.js';
import { LaunchButton } from './launch-button.js';
import { launchBody } from './launch-body.js';
import { MESSAGES } from './new-launch.messages.js';
import { ReviewStep } from './review-step.js';
import { STEPS, type Step } from './steps.js';
import { DraftProvider, useDraftState } from './use-draft.js';

const route = getRouteApi('/ads/launches/new');

/** The steps of a new launch. The address has the step, so that the browser's buttons work. */
export function Wizard({ accounts }: { accounts: readonly AdsAccountView[] }) {
  const text = useText(MESSAGES);
  const { step, account }: NewLaunchSearch = route.useSearch();
  const navigate = route.useNavigate();
  const state = useDraftState(accounts, account);
  const { draft } = state;
  const zone = state.account?.timeZone ?? 'UTC';
  const body = useMemo(() => launchBody(draft, zone), [draft, zone]);
  const at = STEPS.indexOf(step);
  const next = STEPS[at + 1];
  const previous = STEPS[at - 1];
  const goTo = (wanted: Step) => {
    // From now on it says what is missing: also a step that the user skips.
    for (const passed of STEPS.slice(0, STEPS.indexOf(wanted))) state.tryStep(passed);
    void navigate({ to: '.', search: { account, step: wanted } });
  };
  const goOn = () => {
    state.tryStep(step);
    if (next && state.isStepRight(step)) goTo(next);
  };
  return (
    <DraftProvider value={state}>
      <Stack gap="lg" maw={880}>
        <Progress at={at} goTo={goTo} />
        <Title order={2} size="h3">
          {text(`step_${step}`)}
        </Title>
        {step === 'account' && <AccountStep accounts={accounts} />}
        {step === 'campaign' && <CampaignStep />}
        {step === 'ad_groups' && <AdGroupsStep />}
        {step === 'ads' && <AdsStep />}
        {step === 'review' && <ReviewStep body={body} goTo={goTo} />}
        <Group justify="space-between" align="flex-start">
          <Button variant="subtle" color="gray" onClick={() => (state.startAgain(), goTo('account'))}>
            {text('startAgain')}
          </Button>
          <Group align="flex-start" style={{ flexGrow: 1 }} justify="flex-end">
            {previous && (
              <Button variant="default" onClick={() => goTo(previous)}>
                {text('back')}
              </Button>
            )}
            {next ? (
              <Button onClick={goOn}>{text('next')}</Button>
            ) : (
              <LaunchButton bodyAt={(startedAt) => launchBody({ ...draft, startedAt }, zone)} />
            )}
          </Group>
        </Group>
        <Text size="xs" c="dimmed">
          {text('kept')}
        </Text>
      </Stack>
    </DraftProvider>
  );
}

function Progress({ at, goTo }: { at: number; goTo: (step: Step) => void }) {
  const text = useText(MESSAGES);
  // Names of all steps do not fit on a phone. The heading has the name of the present one.
  const isWide = useMediaQuery('(min-width: 62em)', false) ?? false;
  return (
    <Stepper
      active={at}
      onStepClick={(index) => goTo(STEPS[index] ?? 'account')}
      size="sm"
      wrap={false}
      aria-label={text('steps')}
    >
      {STEPS.map((step, index) => (
        <Stepper.Step
          key={step}
          {...(isWide
            ? { label: text(`step_${step}`) }
            : { 'aria-label': `${index + 1} ${text(`step_${step}`)}` })}
        />
      ))}
    </Stepper>
  );
}
