import { InvalidInputError, type FieldError } from '../../common/index.js';
import { decimalsOf, toMicros } from '../spec/money.js';
import type { PolicyRules } from './ad-policy.entity.js';
import type { PolicyDto } from './dto/policy.dto.js';

/** @throws InvalidInputError for an amount with more decimals than its currency has */
export function rulesOf(body: PolicyDto): PolicyRules {
  const ceiling = body.autoBudgetIncreaseCeiling ?? null;
  const limits = body.maxDailySpend.map(({ currency, perAccount = null, total = null }) => ({
    currency,
    perAccount,
    total,
  }));
  const errors = [
    ...limits.flatMap(({ currency, perAccount, total }, index) => [
      ...decimals(`maxDailySpend[${index}].perAccount`, perAccount, currency),
      ...decimals(`maxDailySpend[${index}].total`, total, currency),
    ]),
    ...(ceiling ? decimals('autoBudgetIncreaseCeiling.amount', ceiling.amount, ceiling.currency) : []),
  ];
  const [first] = errors;
  if (first) throw new InvalidInputError(`${first.field}: ${first.message}`, errors);
  const { maxIncreasePercent, requireApproval } = body;
  return { maxDailySpend: limits, maxIncreasePercent, requireApproval, autoBudgetIncreaseCeiling: ceiling };
}

function decimals(field: string, amount: string | null, currency: string): FieldError[] {
  const micros = toMicros(amount ?? '0') ?? 0n;
  const digits = decimalsOf(currency);
  if (micros % 10n ** BigInt(6 - digits) === 0n) return [];
  const unit = digits === 0 ? 'whole units' : `at most ${digits} decimals`;
  return [{ field, message: `must have ${unit} in ${currency}`, rule: 'currency_decimals' }];
}
