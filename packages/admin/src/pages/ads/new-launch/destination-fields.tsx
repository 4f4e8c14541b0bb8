import { Group, Select, TextInput } from '@mantine/core';
import { useText } from '../../../i18n/use-text.js';
import type { AdFieldProps } from './creative-fields.js';
import { objectiveOf } from './goals.js';
import { MESSAGES } from './new-launch.messages.js';
import { useCallsToAction } from './use-choices.js';
import { useDraft } from './use-draft.js';

/** The button of an ad, and the page behind it. */
export function DestinationFields({ group, index, ad }: AdFieldProps) {
  const text = useText(MESSAGES);
  const { draft, editAd, errorAt } = useDraft();
  const { data, error } = useCallsToAction(draft.accountId ?? '');
  const { destination } = objectiveOf(draft.objective);
  if (destination === 'none') return null;
  const isRequired = destination === 'required';
  const at = `adGroups.${group}.ads.${index}`;
  return (
    <Group grow align="flex-start" preventGrowOverflow={false} wrap="wrap">
      <Select
        miw={200}
        label={text('callToAction')}
        withAsterisk={isRequired}
        clearable={!isRequired}
        clearButtonProps={{ 'aria-label': text('noButton') }}
        allowDeselect={false}
        searchable
        data={(data?.items ?? []).map((value) => ({ value, label: wordsOf(value) }))}
        value={ad.callToAction}
        error={errorAt(`${at}.callToAction`) ?? error?.message}
        onChange={(callToAction) => editAd(group, index, { callToAction })}
      />
      <TextInput
        miw={240}
        type="url"
        label={text('landingPage')}
        placeholder="https://"
        withAsterisk={isRequired}
        value={ad.landingPageUrl}
        error={errorAt(`${at}.landingPageUrl`)}
        onChange={(event) => editAd(group, index, { landingPageUrl: event.currentTarget.value })}
      />
    </Group>
  );
}

/** TikTok's word as TikTok writes it on the button: `SHOP_NOW` is "Shop now". TikTok translates it for each viewer. */
function wordsOf(word: string): string {
  const words = word.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
