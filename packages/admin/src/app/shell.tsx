import {
  ActionIcon,
  Alert,
  AppShell,
  Burger,
  Group,
  NativeSelect,
  NavLink,
  ScrollArea,
  Text,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { useDisclosure, useNetwork } from '@mantine/hooks';
import {
  IconAd2,
  IconChartLine,
  IconHome,
  IconInbox,
  IconLogout,
  IconMoon,
  IconSend,
  IconSettings,
  IconSun,
  IconUserCircle,
  type Icon,
} from '@tabler/icons-react';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useText } from '../i18n/use-text.js';
import { includesRole, type Role } from '../session/roles.js';
import { sessions } from '../session/session.js';
import { useSession } from '../session/use-session.js';
import { LanguageChoice } from './language-choice.js';
import { MESSAGES } from './shell.messages.js';
import classes from './shell.module.css';

const PAGES = [
  { to: '/', name: 'home', icon: IconHome, role: 'viewer' },
  { to: '/publish', name: 'publish', icon: IconSend, role: 'viewer' },
  { to: '/inbox', name: 'inbox', icon: IconInbox, role: 'viewer' },
  { to: '/engagement', name: 'engagement', icon: IconChartLine, role: 'viewer' },
  { to: '/ads', name: 'ads', icon: IconAd2, role: 'viewer' },
  { to: '/accounts', name: 'accounts', icon: IconUserCircle, role: 'viewer' },
  { to: '/operate', name: 'operate', icon: IconSettings, role: 'admin' },
] as const satisfies { to: string; name: string; icon: Icon; role: Role }[];

/** The frame of every page: navigation, organisation, language, theme, and whether the connection is lost. */
export function Shell() {
  const text = useText(MESSAGES);
  const [opened, menu] = useDisclosure();
  const { online } = useNetwork();
  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 220, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding={{ base: 'sm', sm: 'lg' }}
    >
      <a className={classes['skip']} href="#content">
        {text('skip')}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger
              opened={opened}
              onClick={menu.toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={text('menu')}
            />
            <img src="/admin/icon.svg" width={26} height={26} alt="" />
            <Text fw={600} visibleFrom="xs">
              {text('product')}
            </Text>
          </Group>
          <Controls />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs">
        <AppShell.Section grow component={ScrollArea}>
          <Navigation leave={menu.close} />
        </AppShell.Section>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} className={classes['main']}>
        {!online && (
          <Alert color="yellow" mb="md" role="status">
            {text('offline')}
          </Alert>
        )}
        <Outlet />
      </AppShell.Main>
    </AppShell>
  );
}

function Navigation({ leave }: { leave: () => void }) {
  const text = useText(MESSAGES);
  const { pathname } = useLocation();
  const { role } = useSession();
  return PAGES.filter((page) => includesRole(role, page.role)).map(({ to, name, icon: Picture }) => (
    <NavLink
      key={to}
      component={Link}
      to={to}
      label={text(name)}
      leftSection={<Picture size={20} stroke={1.6} aria-hidden />}
      active={to === '/' ? pathname === '/' : pathname.startsWith(to)}
      onClick={leave}
    />
  ));
}

function Controls() {
  const text = useText(MESSAGES);
  const { organisationIds, organisationId } = useSession();
  return (
    <Group gap="xs" wrap="nowrap">
      {organisationIds.length > 1 ? (
        <NativeSelect
          size="xs"
          aria-label={text('organisation')}
          data={organisationIds}
          value={organisationId}
          onChange={(event) => sessions.actFor(event.currentTarget.value)}
        />
      ) : (
        <Text size="sm" c="dimmed" maw={160} truncate>
          {organisationId}
        </Text>
      )}
      <LanguageChoice />
      <ThemeButton />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={text('signOut')}
        title={text('signOut')}
        onClick={sessions.signOut}
      >
        <IconLogout size={20} />
      </ActionIcon>
    </Group>
  );
}

function ThemeButton() {
  const text = useText(MESSAGES);
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={text('theme')}
      title={text('theme')}
      onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}
    >
      {scheme === 'dark' ? <IconSun size={20} /> : <IconMoon size={20} />}
    </ActionIcon>
  );
}
