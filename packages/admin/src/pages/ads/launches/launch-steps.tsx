import { Text, Timeline } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCheck,
  IconCircle,
  IconClock,
  IconMinus,
  type Icon,
} from '@tabler/icons-react';
import type { LaunchStepView } from 'tiktok-connector-client';
import { useText } from '../../../i18n/use-text.js';
import { Time } from '../../../ui/time.js';
import { MESSAGES } from './launches.messages.js';

const LOOKS = {
  pending: { icon: IconCircle, color: 'gray' },
  waiting: { icon: IconClock, color: 'blue' },
  done: { icon: IconCheck, color: 'brand' },
  failed: { icon: IconAlertTriangle, color: 'red' },
  skipped: { icon: IconMinus, color: 'gray' },
} as const satisfies Record<LaunchStepView['status'], { icon: Icon; color: string }>;

/** The steps of a launch, and what each one waits for. */
export function LaunchSteps({ steps }: { steps: readonly LaunchStepView[] }) {
  const text = useText(MESSAGES);
  return (
    <Timeline bulletSize={24} lineWidth={2} active={steps.length}>
      {steps.map((step) => {
        const { key, kind, status, message, updatedAt } = step;
        const { icon: Picture, color } = LOOKS[status];
        const title = text(`kind_${kind}`, { name: nameIn(step) });
        return (
          <Timeline.Item key={key} title={title} color={color} bullet={<Picture size={14} aria-hidden />}>
            <Text size="sm" c={status === 'failed' ? 'red' : 'dimmed'}>
              {message ?? text(`step_${status}`)}
              {status === 'done' && (
                <>
                  {' · '}
                  <Time at={updatedAt} />
                </>
              )}
            </Text>
          </Timeline.Item>
        );
      })}
    </Timeline>
  );
}

/** What the step is about: the service quotes the name of an object, and ends the key with a call to action. */
function nameIn({ key, kind, name }: LaunchStepView): string {
  if (kind === 'call_to_action') return key.slice(key.indexOf(':') + 1);
  return /“(.*)”/s.exec(name)?.[1] ?? '';
}
