import { ValidateBy, type ValidationArguments } from 'class-validator';

/**
 * A rule of a field that depends on others of the same body. As a decorator it is told together with all other complaints.
 * @param complain what is wrong with the value, e.g. "must be after startMs"; undefined when nothing is. The value and the
 *   body may be anything: rules about their types are checked beside this one
 */
export function Fits<Body extends object>(
  complain: (value: unknown, body: Partial<Body>) => string | undefined,
): PropertyDecorator {
  const complaintOf = ({ value, object }: ValidationArguments) => complain(value, object as Partial<Body>);
  return ValidateBy({
    name: 'fits',
    validator: {
      validate: (_value, context) => context === undefined || complaintOf(context) === undefined,
      defaultMessage: (context) => (context && complaintOf(context)) ?? '',
    },
  });
}
