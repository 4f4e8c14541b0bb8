import { Group, Radio, Select, Stack, TextInput } from '@mantine/core';
import { useText } from '../../../i18n/use-text.js';
import { AmountInput } from '../../../ui/amount-input.js';
import type { AdGroupDraft } from './draft.js';
import { needsPixel, objectiveOf, type GoalName } from './goals.js';
import { MESSAGES } from './new-launch.messages.js';
import { usePixels } from './use-choices.js';
import { useDraft } from './use-draft.js';

interface Props {
  index: number;
  group: AdGroupDraft;
}

/** The result to pay for, how it is measured, and what it may cost. */
export function GoalFields({ index, group }: Props) {
  const text = useText(MESSAGES);
  const { draft, editGroup, errorAt } = useDraft();
  const { goals, frequency } = objectiveOf(draft.objective);
  const at = `adGroups.${index}`;
  const names = goals.map(({ name }) => name as GoalName);
  return (
    <>
      <Select
        label={text('goal')}
        withAsterisk
        allowDeselect={false}
        placeholder={draft.objective === null ? text('objectiveFirst') : ''}
        disabled={draft.objective === null}
        data={names.map((value) => ({ value, label: text(`goal_${value}`) }))}
        value={group.optimizationGoal}
        error={errorAt(`${at}.optimizationGoal`)}
        onChange={(optimizationGoal) => editGroup(index, { optimizationGoal })}
      />
      {needsPixel(draft.objective, group.optimizationGoal) && <PixelFields index={index} group={group} />}
      {frequency && <FrequencyFields index={index} group={group} />}
      <Radio.Group
        label={text('bid')}
        withAsterisk
        value={group.bidType}
        error={errorAt(`${at}.bidType`)}
        onChange={(type) =>
          editGroup(index, { bidType: type === 'BID_TYPE_CUSTOM' ? 'BID_TYPE_CUSTOM' : 'BID_TYPE_NO_BID' })
        }
      >
        <Stack gap="xs" mt="xs">
          <Radio value="BID_TYPE_NO_BID" label={text('noBid')} description={text('noBidDetail')} />
          <Radio value="BID_TYPE_CUSTOM" label={text('customBid')} description={text('customBidDetail')} />
        </Stack>
      </Radio.Group>
      {group.bidType === 'BID_TYPE_CUSTOM' && <Bid index={index} group={group} />}
    </>
  );
}

function Bid({ index, group }: Props) {
  const text = useText(MESSAGES);
  const { account, editGroup, errorAt } = useDraft();
  return (
    <AmountInput
      label={text('bidAmount')}
      withAsterisk
      currency={account?.currency}
      value={group.bidAmount}
      error={errorAt(`adGroups.${index}.bidAmount`)}
      onChange={(bidAmount) => editGroup(index, { bidAmount })}
    />
  );
}

function PixelFields({ index, group }: Props) {
  const text = useText(MESSAGES);
  const { draft, editGroup, errorAt } = useDraft();
  const { data, error } = usePixels(draft.accountId ?? '');
  const at = `adGroups.${index}`;
  const pixels = data?.items ?? [];
  const events = pixels.find(({ id }) => id === group.pixelId)?.events ?? [];
  const byEvent = new Map(events.map((event) => [event.optimizationEvent, event.name]));
  return (
    <Group grow align="flex-start" preventGrowOverflow={false} wrap="wrap">
      <Select
        miw={200}
        label={text('pixel')}
        withAsterisk
        searchable
        allowDeselect={false}
        description={data?.items.length === 0 ? text('noPixels') : undefined}
        data={pixels.map(({ id, name }) => ({ value: id, label: name ?? id }))}
        value={group.pixelId}
        error={errorAt(`${at}.pixelId`) ?? error?.message}
        onChange={(pixelId) => editGroup(index, { pixelId, optimizationEvent: null })}
      />
      <Select
        miw={200}
        label={text('event')}
        withAsterisk
        searchable
        allowDeselect={false}
        disabled={group.pixelId === null}
        data={[...byEvent].map(([value, name]) => ({ value, label: name ?? value }))}
        value={group.optimizationEvent}
        error={errorAt(`${at}.optimizationEvent`)}
        onChange={(optimizationEvent) => editGroup(index, { optimizationEvent })}
      />
    </Group>
  );
}

function FrequencyFields({ index, group }: Props) {
  const text = useText(MESSAGES);
  const { editGroup, errorAt } = useDraft();
  const at = `adGroups.${index}`;
  return (
    <Group align="flex-start">
      <TextInput
        label={text('impressions')}
        withAsterisk
        inputMode="numeric"
        value={group.impressions}
        error={errorAt(`${at}.impressions`)}
        onChange={(event) => editGroup(index, { impressions: event.currentTarget.value })}
      />
      <TextInput
        label={text('frequencyDays')}
        withAsterisk
        inputMode="numeric"
        value={group.days}
        error={errorAt(`${at}.days`)}
        onChange={(event) => editGroup(index, { days: event.currentTarget.value })}
      />
    </Group>
  );
}
