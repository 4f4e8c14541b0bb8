import { Text, type TextProps } from '@mantine/core';
import { useIntl } from 'react-intl';
import { Figure } from './figure.js';

const DECIMAL = /^-?\d+(\.\d+)?$/;

/** An amount, which is a decimal as text. It is never turned into a number, which could not hold every amount. */
export function Money({
  amount,
  currency,
  ...rest
}: { amount: string | null | undefined; currency: string | null | undefined } & TextProps) {
  const intl = useIntl();
  if (amount === null || amount === undefined || !DECIMAL.test(amount))
    return <Figure value={null} {...rest} />;
  const format = new Intl.NumberFormat(
    intl.locale,
    currency ? { style: 'currency', currency } : { maximumFractionDigits: 2 },
  );
  return (
    <Text span {...rest}>
      {format.format(amount as Intl.StringNumericLiteral)}
    </Text>
  );
}

/** A figure of TikTok's reports, which is a decimal as text. Unknown is not zero. */
export function DecimalFigure({ value, unit = '' }: { value: unknown; unit?: string }) {
  const intl = useIntl();
  if (typeof value !== 'string' || !DECIMAL.test(value)) return <Figure value={null} inherit />;
  const format = new Intl.NumberFormat(intl.locale, { maximumFractionDigits: 2 });
  return <>{format.format(value as Intl.StringNumericLiteral) + unit}</>;
}
