import { NativeSelect, Tabs } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { useText } from '../../i18n/use-text.js';
import { useMay } from '../../session/use-session.js';
import { Page } from '../../ui/page.js';
import { Empty } from '../../ui/states.js';
import { MESSAGES as STATES } from '../../ui/states.messages.js';
import { MESSAGES } from './operate.messages.js';

const TABS = ['notifications', 'webhooks', 'syncs', 'schedules', 'limits', 'audit', 'doctor'] as const;

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
  const show = (tab: string | null) => tab !== null && void navigate({ to: `/operate/${tab}` });
  return (
    <Tabs value={current} onChange={show}>
      <NativeSelect
        hiddenFrom="sm"
        mb="md"
        aria-label={text('section')}
        data={TABS.map((tab) => ({ value: tab, label: text(tab) }))}
        value={current}
        onChange={(event) => show(event.currentTarget.value)}
      />
      <Tabs.List visibleFrom="sm" mb="md">
        {TABS.map((tab) => (
          <Tabs.Tab key={tab} value={tab}>
            {text(tab)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
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
