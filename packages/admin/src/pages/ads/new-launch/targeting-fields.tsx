import { Group, MultiSelect, Radio, Select } from '@mantine/core';
import { useText } from '../../../i18n/use-text.js';
import type { AdGroupDraft } from './draft.js';
import { MESSAGES } from './new-launch.messages.js';
import { useLanguages, useReadyAudiences, useRegions } from './use-choices.js';
import { useDraft } from './use-draft.js';

const AGES = ['AGE_13_17', 'AGE_18_24', 'AGE_25_34', 'AGE_35_44', 'AGE_45_54', 'AGE_55_100'] as const;
const GENDERS = ['GENDER_UNLIMITED', 'GENDER_FEMALE', 'GENDER_MALE'] as const;
// A country has thousands of places. More of them appear while the user types.
const SHOWN = 100;

interface Props {
  index: number;
  group: AdGroupDraft;
}

/** Whom the ad group reaches, and where its ads appear. */
export function TargetingFields({ index, group }: Props) {
  const text = useText(MESSAGES);
  const { editGroup, errorAt } = useDraft();
  const at = `adGroups.${index}`;
  return (
    <>
      <Locations index={index} group={group} />
      <Group grow align="flex-start" preventGrowOverflow={false} wrap="wrap">
        <MultiSelect
          miw={200}
          label={text('ages')}
          placeholder={group.ageGroups.length === 0 ? text('allAges') : ''}
          data={AGES.map((value) => ({ value, label: text(`age_${value}`) }))}
          value={group.ageGroups}
          error={errorAt(`${at}.ageGroups`)}
          onChange={(ageGroups) => editGroup(index, { ageGroups })}
        />
        <Select
          miw={200}
          label={text('gender')}
          allowDeselect={false}
          data={GENDERS.map((value) => ({ value, label: text(`gender_${value}`) }))}
          value={group.gender}
          error={errorAt(`${at}.gender`)}
          onChange={(gender) => editGroup(index, { gender: gender ?? 'GENDER_UNLIMITED' })}
        />
        <Languages index={index} group={group} />
      </Group>
      <Audiences index={index} group={group} />
      <Radio.Group
        label={text('placements')}
        value={group.placements}
        error={errorAt(`${at}.placements`)}
        onChange={(value) => editGroup(index, { placements: value === 'tiktok' ? 'tiktok' : 'automatic' })}
      >
        <Group mt="xs">
          <Radio value="automatic" label={text('placementsAutomatic')} />
          <Radio value="tiktok" label={text('placementsTikTok')} />
        </Group>
      </Radio.Group>
    </>
  );
}

function Locations({ index, group }: Props) {
  const text = useText(MESSAGES);
  const { draft, editGroup, errorAt } = useDraft();
  const { data, error } = useRegions(draft.accountId ?? '', draft.objective);
  return (
    <MultiSelect
      label={text('locations')}
      description={text('locationsDetail')}
      withAsterisk
      searchable
      limit={SHOWN}
      data={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name ?? id }))}
      value={group.locationIds}
      error={errorAt(`adGroups.${index}.locationIds`) ?? error?.message}
      onChange={(locationIds) => editGroup(index, { locationIds })}
    />
  );
}

function Languages({ index, group }: Props) {
  const text = useText(MESSAGES);
  const { draft, editGroup, errorAt } = useDraft();
  const { data, error } = useLanguages(draft.accountId ?? '');
  return (
    <MultiSelect
      miw={200}
      label={text('languages')}
      placeholder={group.languages.length === 0 ? text('allLanguages') : ''}
      searchable
      data={(data?.items ?? []).map(({ code, name }) => ({ value: code, label: name ?? code }))}
      value={group.languages}
      error={errorAt(`adGroups.${index}.languages`) ?? error?.message}
      onChange={(languages) => editGroup(index, { languages })}
    />
  );
}

function Audiences({ index, group }: Props) {
  const text = useText(MESSAGES);
  const { draft, editGroup, errorAt } = useDraft();
  const audiences = useReadyAudiences(draft.accountId ?? '');
  if (audiences.length === 0) return null;
  const data = audiences.map(({ tiktokId, name }) => ({ value: tiktokId ?? '', label: name }));
  const at = `adGroups.${index}`;
  return (
    <Group grow align="flex-start" preventGrowOverflow={false} wrap="wrap">
      <MultiSelect
        miw={200}
        label={text('audiences')}
        searchable
        data={data}
        value={group.audienceIds}
        error={errorAt(`${at}.audienceIds`)}
        onChange={(audienceIds) => editGroup(index, { audienceIds })}
      />
      <MultiSelect
        miw={200}
        label={text('excluded')}
        searchable
        data={data}
        value={group.excludedAudienceIds}
        error={errorAt(`${at}.excludedAudienceIds`)}
        onChange={(excludedAudienceIds) => editGroup(index, { excludedAudienceIds })}
      />
    </Group>
  );
}
