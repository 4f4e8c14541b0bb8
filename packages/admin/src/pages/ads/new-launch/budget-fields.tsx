import { Group, Radio } from '@mantine/core';
import { useText } from '../../../i18n/use-text.js';
import { AmountInput } from '../../../ui/amount-input.js';
import type { BudgetDraft } from './draft.js';
import { MESSAGES } from './new-launch.messages.js';
import { useDraft } from './use-draft.js';

const MODES = ['daily', 'lifetime'] as const;

/** A budget: what it is for, and how much. Both are always the user's choice. */
export function BudgetFields({
  at,
  value,
  onChange,
}: {
  /** Where the form shows what is wrong with it. */
  at: string;
  value: BudgetDraft;
  onChange: (budget: BudgetDraft) => void;
}) {
  const text = useText(MESSAGES);
  const { account, errorAt } = useDraft();
  return (
    <>
      <Radio.Group
        label={text('budgetMode')}
        withAsterisk
        value={value.mode}
        error={errorAt(`${at}.mode`)}
        onChange={(mode) => onChange({ ...value, mode: MODES.find((one) => one === mode) ?? null })}
      >
        <Group mt="xs">
          {MODES.map((mode) => (
            <Radio key={mode} value={mode} label={text(`budget_${mode}`)} />
          ))}
        </Group>
      </Radio.Group>
      <AmountInput
        label={text('budgetAmount')}
        description={text(value.mode === 'lifetime' ? 'lifetimeDetail' : 'dailyDetail')}
        withAsterisk
        currency={account?.currency}
        value={value.amount}
        error={errorAt(`${at}.amount`)}
        onChange={(amount) => onChange({ ...value, amount })}
      />
    </>
  );
}
