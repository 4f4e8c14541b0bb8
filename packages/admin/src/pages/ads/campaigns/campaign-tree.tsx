import { Card, Text } from '@mantine/core';
import { IconAd2 } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { AdObjectView, AdsAccountDetailsView } from 'tiktok-connector-client';
import { useText } from '../../../i18n/use-text.js';
import { MoreButton } from '../../../ui/more-button.js';
import { Answered, Empty } from '../../../ui/states.js';
import { CampaignTable } from './campaign-table.js';
import { MESSAGES } from './campaigns.messages.js';
import { ObjectDetails } from './object-details.js';
import { useObjects } from './use-objects.js';
import { useOpenObjects } from './use-open-objects.js';

const route = getRouteApi('/ads/accounts/$accountId');

/** The campaigns of an account; each opens to its ad groups, and these to their ads. */
export function CampaignTree({ account }: { account: AdsAccountDetailsView }) {
  const text = useText(MESSAGES);
  const search = route.useSearch();
  const campaigns = useObjects(account.accountId, 'campaign', {}, search.text);
  const [shown, setShown] = useState<AdObjectView>();
  const open = useOpenObjects();
  return (
    <Card withBorder padding="xs">
      <Answered query={campaigns} rows={6}>
        {() =>
          campaigns.items.length === 0 ? (
            <Empty
              icon={IconAd2}
              title={text(search.text === undefined ? 'noCampaigns' : 'nothingFound')}
              detail={text(search.text === undefined ? 'noCampaignsDetail' : 'nothingFoundDetail')}
            />
          ) : (
            <>
              <CampaignTable list={campaigns} tree={{ account, days: search.days, open, show: setShown }} />
              <Text size="xs" c="dimmed" p="xs">
                * {text('provisional')}
              </Text>
              <MoreButton list={campaigns} />
            </>
          )
        }
      </Answered>
      <ObjectDetails object={shown} close={() => setShown(undefined)} />
    </Card>
  );
}
