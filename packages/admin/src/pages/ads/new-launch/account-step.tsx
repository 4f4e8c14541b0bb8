import { Alert, Card, Select, Stack, Text } from '@mantine/core';
import type { AdsAccountView } from 'tiktok-connector-client';
import { useText } from '../../../i18n/use-text.js';
import { MESSAGES } from './new-launch.messages.js';
import { useDraft } from './use-draft.js';

/** The ad account that pays. What other steps offer belongs to it. */
export function AccountStep({ accounts }: { accounts: readonly AdsAccountView[] }) {
  const text = useText(MESSAGES);
  const { draft, account, edit, errorAt } = useDraft();
  const choose = (accountId: string | null) =>
    edit({ accountId, adGroups: draft.adGroups.map(withoutAccount) });
  return (
    <Card withBorder>
      <Stack>
        <Select
          label={text('account')}
          description={text('accountDetail')}
          withAsterisk
          searchable={accounts.length > 8}
          allowDeselect={false}
          maw={440}
          data={accounts.map((one) => ({
            value: one.accountId,
            label: one.name ?? one.accountId,
            disabled: !one.usable,
          }))}
          value={draft.accountId}
          error={errorAt('accountId')}
          onChange={choose}
        />
        {account && (
          <Text size="sm" c="dimmed">
            {text('accountFacts', {
              currency: account.currency ?? text('unknown'),
              zone: account.timeZone ?? text('unknown'),
            })}
          </Text>
        )}
        {account?.problem && (
          <Alert color="orange" title={account.problem.reason}>
            {account.problem.fix}
          </Alert>
        )}
      </Stack>
    </Card>
  );
}

/** Pixels, audiences, videos and identities belong to an ad account. */
function withoutAccount(group: ReturnType<typeof useDraft>['draft']['adGroups'][number]) {
  const ads = group.ads.map((ad) => ({
    ...ad,
    identity: null,
    uploadId: null,
    postId: null,
    publicationId: null,
  }));
  return { ...group, pixelId: null, optimizationEvent: null, audienceIds: [], excludedAudienceIds: [], ads };
}
