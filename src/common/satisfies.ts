import { ValidateBy, type ValidationArguments } from 'class-validator';

/**
 * A validation rule for a field that depends on other fields of the body. As a decorator, it is reported together with all
 * other errors.
 * @param check returns the error, e.g. "must be after startMs", or undefined when the value is valid. Value and body may
 *   have any type, because type rules run independently
 */
export function Fits<Body extends object>(
  check: (value: unknown, body: Partial<Body>) => string | undefined,
): PropertyDecorator {
  const errorOf = ({ value, object }: ValidationArguments) => check(value, object as Partial<Body>);
  return ValidateBy({
    name: 'satisfies',
    validator: {
      validate: (_value, context) => context === undefined || errorOf(context) === undefined,
      defaultMessage: (context) => (context && errorOf(context)) ?? '',
    },
  });
}
