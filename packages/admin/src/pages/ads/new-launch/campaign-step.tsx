import { Card, Group, MultiSelect, Radio, Select, Stack, TextInput, Title } from '@mantine/core';
import { useText } from '../../../i18n/use-text.js';
import { BudgetFields } from './budget-fields.js';
import { OBJECTIVES, type ObjectiveName } from './goals.js';
import { MESSAGES } from './new-launch.messages.js';
import { useDraft } from './use-draft.js';

const INDUSTRIES = ['HOUSING', 'EMPLOYMENT', 'CREDIT'] as const;
const OBJECTIVE_NAMES = Object.keys(OBJECTIVES) as ObjectiveName[];

/** Name, objective, budget and schedule of the campaign. */
export function CampaignStep() {
  const text = useText(MESSAGES);
  const { draft, edit, errorAt } = useDraft();
  const objectives = OBJECTIVE_NAMES.map((value) => ({ value, label: text(`objective_${value}`) }));
  return (
    <Stack>
      <Card withBorder>
        <Stack>
          <TextInput
            label={text('campaignName')}
            withAsterisk
            value={draft.name}
            error={errorAt('name')}
            onChange={(event) => edit({ name: event.currentTarget.value })}
          />
          <Select
            label={text('objective')}
            description={text('objectiveDetail')}
            withAsterisk
            allowDeselect={false}
            data={objectives}
            value={draft.objective}
            error={errorAt('objective')}
            onChange={(objective) =>
              // Each objective has goals of its own.
              edit({
                objective,
                adGroups: draft.adGroups.map((group) => ({ ...group, optimizationGoal: null })),
              })
            }
          />
          <MultiSelect
            label={text('industries')}
            description={text('industriesDetail')}
            data={INDUSTRIES.map((value) => ({ value, label: text(`industry_${value}`) }))}
            value={draft.specialIndustries}
            error={errorAt('specialIndustries')}
            onChange={(chosen) =>
              edit({ specialIndustries: INDUSTRIES.filter((one) => chosen.includes(one)) })
            }
          />
        </Stack>
      </Card>
      <Budget />
      <Schedule />
    </Stack>
  );
}

function Budget() {
  const text = useText(MESSAGES);
  const { draft, edit, errorAt } = useDraft();
  return (
    <Card withBorder>
      <Stack>
        <Title order={3} size="h4">
          {text('budget')}
        </Title>
        <Radio.Group
          label={text('budgetLevel')}
          withAsterisk
          value={draft.budgetLevel}
          error={errorAt('budgetLevel')}
          onChange={(level) => edit({ budgetLevel: level === 'campaign' ? 'campaign' : 'ad_group' })}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="campaign" label={text('ofCampaign')} description={text('ofCampaignDetail')} />
            <Radio value="ad_group" label={text('ofAdGroups')} description={text('ofAdGroupsDetail')} />
          </Stack>
        </Radio.Group>
        {draft.budgetLevel === 'campaign' && (
          <BudgetFields at="budget" value={draft.budget} onChange={(budget) => edit({ budget })} />
        )}
      </Stack>
    </Card>
  );
}

function Schedule() {
  const text = useText(MESSAGES);
  const { draft, account, edit, errorAt } = useDraft();
  const zone = account?.timeZone ?? 'UTC';
  return (
    <Card withBorder>
      <Stack>
        <Title order={3} size="h4">
          {text('schedule')}
        </Title>
        <Radio.Group
          label={text('starts')}
          description={text('zoneDetail', { zone })}
          value={draft.starts}
          onChange={(starts) => edit({ starts: starts === 'later' ? 'later' : 'now' })}
        >
          <Group mt="xs">
            <Radio value="now" label={text('startsNow')} />
            <Radio value="later" label={text('startsLater')} />
          </Group>
        </Radio.Group>
        <Group align="flex-start">
          {draft.starts === 'later' && (
            <TextInput
              type="datetime-local"
              label={text('start')}
              withAsterisk
              value={draft.start}
              error={errorAt('start')}
              onChange={(event) => edit({ start: event.currentTarget.value })}
            />
          )}
          <TextInput
            type="datetime-local"
            label={text('end')}
            value={draft.end}
            error={errorAt('end')}
            onChange={(event) => edit({ end: event.currentTarget.value })}
          />
        </Group>
      </Stack>
    </Card>
  );
}
