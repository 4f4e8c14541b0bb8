import { ValidateBy, type ValidationArguments } from 'class-validator';

/**
 * Validates a field against other fields of the same body. Its error is reported together with the errors of other rules.
 * @param rule returns the error message, e.g. "must be after startMs", or undefined if the value is valid. The value and
 *   the body may have any type, because type rules are checked separately
 */
export function Fits<Body extends object>(
  rule: (value: unknown, body: Partial<Body>) => string | undefined,
): PropertyDecorator {
  const messageOf = ({ value, object }: ValidationArguments) => rule(value, object as Partial<Body>);
  return ValidateBy({
    name: 'fits',
    validator: {
      validate: (_value, context) => context === undefined || messageOf(context) === undefined,
      defaultMessage: (context) => (context && messageOf(context)) ?? '',
    },
  });
}
