import { IconLock, IconUserCircle } from '@tabler/icons-react';
import { useText } from '../../../i18n/use-text.js';
import { useMay } from '../../../session/use-session.js';
import { ButtonLink } from '../../../ui/page-links.js';
import { Answered, Empty } from '../../../ui/states.js';
import { MESSAGES as STATES } from '../../../ui/states.messages.js';
import { AdsFrame } from '../ads-frame.js';
import { MESSAGES as ADS } from '../ads.messages.js';
import { useAdAccounts } from '../use-ad-accounts.js';
import { MESSAGES } from './new-launch.messages.js';
import { Wizard } from './wizard.js';

/** Builds a launch step by step, checks it with TikTok, and starts it. */
export function NewLaunchPage() {
  const text = useText(MESSAGES);
  const may = useMay('editor');
  return (
    <AdsFrame
      title={text('title')}
      detail={text('detail')}
      actions={
        <ButtonLink to="/ads/launches" variant="default">
          {text('leave')}
        </ButtonLink>
      }
    >
      {may ? <WithAccounts /> : <Forbidden />}
    </AdsFrame>
  );
}

function Forbidden() {
  const text = useText(STATES);
  return <Empty icon={IconLock} title={text('forbidden')} detail={text('forbiddenDetail')} />;
}

function WithAccounts() {
  const text = useText(ADS);
  const accounts = useAdAccounts();
  return (
    <Answered query={accounts}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty icon={IconUserCircle} title={text('noAccounts')} detail={text('noAccountsDetail')}>
            <ButtonLink to="/accounts">{text('toAccounts')}</ButtonLink>
          </Empty>
        ) : (
          <Wizard accounts={items} />
        )
      }
    </Answered>
  );
}
