import { Button, Card, Group, Stack, TextInput, Title } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useText } from '../../../i18n/use-text.js';
import { BudgetFields } from './budget-fields.js';
import { newAdGroup } from './draft.js';
import { GoalFields } from './goal-fields.js';
import { MESSAGES } from './new-launch.messages.js';
import { TargetingFields } from './targeting-fields.js';
import { useDraft } from './use-draft.js';

// TikTok's limit.
const MOST_GROUPS = 30;

/** Whom the ads reach, for which result and at which price. */
export function AdGroupsStep() {
  const text = useText(MESSAGES);
  const { draft, edit } = useDraft();
  const { adGroups } = draft;
  const add = () => {
    const number = adGroups.length + 1;
    edit({
      adGroups: [...adGroups, newAdGroup(text('groupName', { number }), text('adName', { number: 1 }))],
    });
  };
  return (
    <Stack>
      {adGroups.map(({ key }, index) => (
        <AdGroup key={key} index={index} />
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={18} aria-hidden />}
        disabled={adGroups.length >= MOST_GROUPS}
        onClick={add}
        style={{ alignSelf: 'flex-start' }}
      >
        {text('addGroup')}
      </Button>
    </Stack>
  );
}

function AdGroup({ index }: { index: number }) {
  const text = useText(MESSAGES);
  const { draft, edit, editGroup, errorAt } = useDraft();
  const { adGroups, budgetLevel } = draft;
  const group = adGroups[index];
  if (!group) return null;
  const at = `adGroups.${index}`;
  return (
    <Card withBorder component="section" aria-label={group.name}>
      <Stack>
        <Group justify="space-between">
          <Title order={3} size="h4">
            {text('groupTitle', { number: index + 1, count: adGroups.length })}
          </Title>
          {adGroups.length > 1 && (
            <Button
              variant="subtle"
              color="red"
              size="compact-sm"
              leftSection={<IconTrash size={16} aria-hidden />}
              aria-label={text('removeNamed', { name: group.name })}
              onClick={() => edit({ adGroups: adGroups.filter((one) => one.key !== group.key) })}
            >
              {text('remove')}
            </Button>
          )}
        </Group>
        <TextInput
          label={text('groupLabel')}
          withAsterisk
          value={group.name}
          error={errorAt(`${at}.name`)}
          onChange={(event) => editGroup(index, { name: event.currentTarget.value })}
        />
        <GoalFields index={index} group={group} />
        {budgetLevel === 'ad_group' && (
          <BudgetFields
            at={`${at}.budget`}
            value={group.budget}
            onChange={(budget) => editGroup(index, { budget })}
          />
        )}
        <TargetingFields index={index} group={group} />
      </Stack>
    </Card>
  );
}
