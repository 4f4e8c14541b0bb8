import { Button } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useText } from '../i18n/use-text.js';
import { Empty } from '../ui/states.js';
import { MESSAGES } from './shell.messages.js';

export function NotFound() {
  const text = useText(MESSAGES);
  return (
    <Empty icon={IconMapOff} title={text('notFound')}>
      <Button component={Link} to="/">
        {text('toHome')}
      </Button>
    </Empty>
  );
}
