import { ActionIcon, Badge, Group, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { AdObjectView, MetricRow } from 'tiktok-connector-client';
import { useText } from '../../../i18n/use-text.js';
import { useMay } from '../../../session/use-session.js';
import { Figure } from '../../../ui/figure.js';
import { DecimalFigure, Money } from '../../../ui/money.js';
import { Cell, Row } from '../../../ui/stacked-table.js';
import { EditButton } from '../edit/edit-button.js';
import { MESSAGES } from './campaigns.messages.js';
import { StatusButton } from './status-button.js';

const INDENT = { campaign: 0, ad_group: 28, ad: 72 } as const;

/** A campaign, ad group or ad: what it is, whether it delivers, and what it brought. */
export function ObjectRow({
  object,
  row,
  currency,
  isOpen,
  toggle,
  show,
}: {
  object: AdObjectView;
  row: MetricRow | undefined;
  currency: string | null;
  /** Undefined: there is nothing below. */
  isOpen: boolean | undefined;
  toggle: () => void;
  show: () => void;
}) {
  const text = useText(MESSAGES);
  const may = useMay('editor');
  const name = object.name ?? object.id;
  const metrics = row?.metrics ?? {};
  return (
    <Row>
      <Cell pl={INDENT[object.level] + 8}>
        <Group gap={4} wrap="nowrap">
          {isOpen !== undefined && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-expanded={isOpen}
              aria-label={text('open', { name })}
              onClick={toggle}
            >
              {isOpen ? <IconChevronDown size={16} /> : <IconChevronRight size={16} />}
            </ActionIcon>
          )}
          <UnstyledButton onClick={show}>
            <Text size="sm" fw={object.level === 'campaign' ? 600 : 400} td="underline">
              {name}
            </Text>
          </UnstyledButton>
        </Group>
      </Cell>
      <Cell maw={220} isWide>
        <Status object={object} />
      </Cell>
      <Cell ta="right" label={text('budget')}>
        <Budget object={object} />
      </Cell>
      <Cell ta="right" label={text('spend')}>
        {row && !row.final ? (
          <Tooltip label={text('provisional')}>
            <span>
              <Money amount={decimal(metrics['spend'])} currency={currency} inherit />*
            </span>
          </Tooltip>
        ) : (
          <Money amount={decimal(metrics['spend'])} currency={currency} inherit />
        )}
      </Cell>
      <Cell ta="right" label={text('impressions')}>
        <DecimalFigure value={metrics['impressions']} />
      </Cell>
      <Cell ta="right" label={text('clicks')}>
        <DecimalFigure value={metrics['clicks']} />
      </Cell>
      <Cell ta="right" label={text('ctr')}>
        <DecimalFigure value={metrics['ctr']} unit={'\u00A0%'} />
      </Cell>
      <Cell ta="right" label={text('conversion')}>
        <DecimalFigure value={metrics['conversion']} />
      </Cell>
      <Cell ta="right" isWide>
        {may && (
          <Group gap={4} justify="flex-end" wrap="nowrap">
            <EditButton object={object} />
            <StatusButton object={object} />
          </Group>
        )}
      </Cell>
    </Row>
  );
}

function decimal(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** Enabled or paused, and TikTok's word for what the object does now. */
export function Status({ object }: { object: AdObjectView }) {
  const text = useText(MESSAGES);
  const { status, statusText, fixableBy } = object;
  const isWrong = status === 'ENABLE' && fixableBy !== null;
  const color = status === 'ENABLE' ? (isWrong ? 'orange' : 'green') : 'gray';
  return (
    <>
      <Badge variant="light" color={color} miw="max-content">
        {text(status === null ? 'status_unknown' : `status_${status}`)}
      </Badge>
      {isWrong && statusText !== null && (
        <Text size="xs" c="dimmed">
          {statusText}
        </Text>
      )}
    </>
  );
}

function Budget({ object: { budget } }: { object: AdObjectView }) {
  const text = useText(MESSAGES);
  if (budget === null) return <Figure value={null} inherit />;
  if (budget.mode === 'none')
    return (
      <Text size="xs" c="dimmed">
        {text('noBudget')}
      </Text>
    );
  return (
    <>
      <Money amount={budget.amount} currency={budget.currency} inherit />
      <Text size="xs" c="dimmed">
        {text(`budget_${budget.mode}`)}
      </Text>
    </>
  );
}
