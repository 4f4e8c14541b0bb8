import { ScrollArea, Tabs } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { useText } from '../../i18n/use-text.js';
import { useMay } from '../../session/use-session.js';
import { Page } from '../../ui/page.js';
import { Empty } from '../../ui/states.js';
import { MESSAGES as STATES } from '../../ui/states.messages.js';
import { MESSAGES } from './operate.messages.js';

const TABS = ['notifications', 'webhooks', 'syncs', 'schedules', 'limits', 'doctor'] as const;

/** What admins look at when something does not work. */
export function OperatePage() {
  const text = useText(MESSAGES);
  const mayOperate = useMay('admin');
  return (
    <Page title={text('title')} detail={text('detail')}>
      {mayOperate ? <OperateTabs /> : <NoPermission />}
    </Page>
  );
}

function OperateTabs() {
  const text = useText(MESSAGES);
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const current = TABS.find((tab) => pathname.startsWith(`/operate/${tab}`)) ?? TABS[0];
  return (
    <Tabs value={current} onChange={(tab) => tab !== null && void navigate({ to: `/operate/${tab}` })}>
      <ScrollArea type="never" mb="md">
        <Tabs.List style={{ flexWrap: 'nowrap' }}>
          {TABS.map((tab) => (
            <Tabs.Tab key={tab} value={tab} style={{ flexShrink: 0 }}>
              {text(tab)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </ScrollArea>
      {TABS.map((tab) => (
        <Tabs.Panel key={tab} value={tab}>
          {tab === current && <Outlet />}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

function NoPermission() {
  const text = useText(STATES);
  return <Empty icon={IconLock} title={text('forbidden')} detail={text('forbiddenDetail')} />;
}
