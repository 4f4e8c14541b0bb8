import { Select } from '@mantine/core';
import type { CreatorInfoView } from 'tiktok-connector-client';
import { useText } from '../../../i18n/use-text.js';
import type { PrivacyLevel } from '../publication.js';
import { MESSAGES } from './composer.messages.js';
import type { PostFormState } from './form.js';

/** Only the levels that the creator offers right now, and none chosen before the user chooses. */
export function PrivacyField({
  form,
  info,
  error,
}: {
  form: PostFormState;
  info: CreatorInfoView;
  error?: string | undefined;
}) {
  const text = useText(MESSAGES);
  const { privacyLevel, commercialDisclosure, brandedContent } = form.values;
  const isBranded = commercialDisclosure && brandedContent;
  const excluded = isBranded ? excludedLevels(info) : [];
  const reasons = info.privacyLevels.filter(({ available, reason }) => !available && reason);
  return (
    <Select
      label={text('privacy')}
      placeholder={text('privacyHint')}
      withAsterisk
      data={info.privacyLevels.map(({ value, available }) => ({
        value,
        label: text(value),
        disabled: !available || excluded.includes(value),
      }))}
      value={privacyLevel}
      onChange={(value) => form.setFieldValue('privacyLevel', value as PrivacyLevel | null)}
      allowDeselect={false}
      error={error}
      description={
        excluded.length > 0
          ? text('brandedNotPrivate')
          : reasons.length > 0
            ? [...new Set(reasons.map(({ reason }) => reason))].join(' ')
            : undefined
      }
    />
  );
}

/** The levels that branded content cannot have. */
export function excludedLevels({ disclosure }: CreatorInfoView): PrivacyLevel[] {
  return disclosure.choices.find(({ field }) => field === 'brandedContent')?.notWith ?? [];
}
