import { Button, Card, Group, Stack, TextInput, Title } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useText } from '../../../i18n/use-text.js';
import { CreativeFields } from './creative-fields.js';
import { DestinationFields } from './destination-fields.js';
import { newAd } from './draft.js';
import { MESSAGES } from './new-launch.messages.js';
import { useDraft } from './use-draft.js';

// TikTok's limit for an ad group.
const MOST_ADS = 30;

/** The ads of each ad group: what they show, from whom, and where they lead. */
export function AdsStep() {
  const text = useText(MESSAGES);
  const { draft } = useDraft();
  return (
    <Stack gap="lg">
      {draft.adGroups.map((group, index) => (
        <Stack key={group.key} component="section" aria-label={group.name}>
          <Title order={3} size="h4">
            {text('adsOf', { name: group.name })}
          </Title>
          {group.ads.map(({ key }, at) => (
            <Ad key={key} group={index} index={at} />
          ))}
          <AddAd group={index} />
        </Stack>
      ))}
    </Stack>
  );
}

function AddAd({ group }: { group: number }) {
  const text = useText(MESSAGES);
  const { draft, editGroup } = useDraft();
  const ads = draft.adGroups[group]?.ads ?? [];
  return (
    <Button
      variant="default"
      leftSection={<IconPlus size={18} aria-hidden />}
      disabled={ads.length >= MOST_ADS}
      onClick={() => editGroup(group, { ads: [...ads, newAd(text('adName', { number: ads.length + 1 }))] })}
      style={{ alignSelf: 'flex-start' }}
    >
      {text('addAd')}
    </Button>
  );
}

function Ad({ group, index }: { group: number; index: number }) {
  const text = useText(MESSAGES);
  const { draft, editGroup, editAd, errorAt } = useDraft();
  const ads = draft.adGroups[group]?.ads ?? [];
  const ad = ads[index];
  if (!ad) return null;
  const at = `adGroups.${group}.ads.${index}`;
  return (
    <Card withBorder>
      <Stack>
        <Group align="flex-end">
          <TextInput
            style={{ flexGrow: 1 }}
            label={text('adLabel')}
            withAsterisk
            value={ad.name}
            error={errorAt(`${at}.name`)}
            onChange={(event) => editAd(group, index, { name: event.currentTarget.value })}
          />
          {ads.length > 1 && (
            <Button
              variant="subtle"
              color="red"
              leftSection={<IconTrash size={16} aria-hidden />}
              aria-label={text('removeNamed', { name: ad.name })}
              onClick={() => editGroup(group, { ads: ads.filter((one) => one.key !== ad.key) })}
            >
              {text('remove')}
            </Button>
          )}
        </Group>
        <CreativeFields group={group} index={index} ad={ad} />
        <DestinationFields group={group} index={index} ad={ad} />
      </Stack>
    </Card>
  );
}
