import { Alert, Checkbox, Stack, Switch, Text } from '@mantine/core';
import type { CreatorInfoView } from 'tiktok-connector-client';
import { useText } from '../../../i18n/use-text.js';
import { MESSAGES } from './composer.messages.js';
import type { PostForm, PostFormState } from './form.js';
import { excludedLevels } from './privacy-field.js';

/** The switch for promotional content. It is off; turned on, it needs at least one of the two choices. */
export function DisclosureFields({ form, info }: { form: PostFormState; info: CreatorInfoView }) {
  const text = useText(MESSAGES);
  const { commercialDisclosure, brandOrganic, brandedContent, privacyLevel } = form.values;
  const isPrivate = privacyLevel !== null && excludedLevels(info).includes(privacyLevel);
  return (
    <Stack gap="xs">
      <Switch
        label={text('disclosure')}
        description={text('disclosureDetail')}
        checked={commercialDisclosure}
        onChange={(event) => form.setFieldValue('commercialDisclosure', event.currentTarget.checked)}
      />
      {commercialDisclosure && (
        <Stack gap="xs" pl="md">
          <Checkbox
            label={text('brandOrganic')}
            description={text('brandOrganicDetail')}
            checked={brandOrganic}
            onChange={(event) => form.setFieldValue('brandOrganic', event.currentTarget.checked)}
          />
          <Checkbox
            label={text('brandedContent')}
            description={
              isPrivate && !brandedContent ? text('brandedNotPrivate') : text('brandedContentDetail')
            }
            disabled={isPrivate && !brandedContent}
            checked={brandedContent}
            onChange={(event) => form.setFieldValue('brandedContent', event.currentTarget.checked)}
          />
          {isUndisclosed(form.values) ? (
            <Alert color="yellow" p="xs">
              {text('disclosureHint')}
            </Alert>
          ) : (
            <Text size="sm" aria-live="polite">
              {brandedContent ? text('labelBranded') : text('labelOrganic')}
            </Text>
          )}
        </Stack>
      )}
    </Stack>
  );
}

/** True while the switch is on and no choice is made. TikTok then forbids publishing. */
export function isUndisclosed({
  mode,
  commercialDisclosure,
  brandOrganic,
  brandedContent,
}: PostForm): boolean {
  return mode === 'direct' && commercialDisclosure && !brandOrganic && !brandedContent;
}
