import { Checkbox, Fieldset, Stack, Text } from '@mantine/core';
import type { CreatorInfoView } from 'tiktok-connector-client';
import { useText } from '../../../i18n/use-text.js';
import type { Kind } from '../publication.js';
import { MESSAGES } from './composer.messages.js';
import type { PostFormState } from './form.js';

const FIELDS = [
  { name: 'comment', field: 'allowComment' },
  { name: 'duet', field: 'allowDuet' },
  { name: 'stitch', field: 'allowStitch' },
] as const;

/** All off until the user turns them on; greyed out where the creator has turned them off. Photos have comments only. */
export function InteractionFields({
  form,
  info,
  kind,
}: {
  form: PostFormState;
  info: CreatorInfoView;
  kind: Kind;
}) {
  const text = useText(MESSAGES);
  const shown = FIELDS.filter(({ name }) => kind === 'video' || name === 'comment');
  return (
    <Fieldset
      variant="unstyled"
      legend={
        <Text size="sm" fw={500} ml={-2}>
          {text('interactions')}
        </Text>
      }
    >
      <Stack gap="xs" ml={-2}>
        {shown.map(({ name, field }) => {
          const { available } = info.interactions[name];
          return (
            <Checkbox
              key={name}
              label={text(name)}
              disabled={!available}
              description={available ? undefined : text('disabledByCreator')}
              checked={available && form.values[field]}
              onChange={(event) => form.setFieldValue(field, event.currentTarget.checked)}
            />
          );
        })}
      </Stack>
    </Fieldset>
  );
}
