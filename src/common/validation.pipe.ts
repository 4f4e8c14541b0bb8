import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { InvalidInputError, type FieldError } from './errors.js';

/** Creates the global pipe: it checks the DTOs' decorators, and rejects unknown fields by name. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    stopAtFirstError: false,
    exceptionFactory: (errors) => {
      const fields = errors.flatMap((error) => fieldErrorsOf(error));
      return new InvalidInputError(fields.map((f) => `${f.field}: ${f.message}`).join('; '), fields);
    },
  });
}

// A missing field, or one of the wrong type, violates all other rules of the field too. Those errors would only repeat it.
const TYPE_RULES = ['isDefined', 'isArray', 'isString', 'isBoolean', 'isInt', 'isUuid', 'isIn'];

const OWN_TEXTS: Partial<Record<string, string>> = {
  whitelistValidation: 'is not a field of this request',
  isDefined: 'is missing',
};

function fieldErrorsOf(error: ValidationError, parent = ''): FieldError[] {
  const field = fieldName(parent, error.property);
  const own = relevantRules(error.constraints ?? {}).map(([rule, text]) => ({
    field,
    message: OWN_TEXTS[rule] ?? withoutName(text, error.property),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrorsOf(child, field))];
}

/** Names list items as in JavaScript: `media[0].width`. */
function fieldName(parent: string, property: string): string {
  if (!parent) return property;
  return /^\d+$/.test(property) ? `${parent}[${property}]` : `${parent}.${property}`;
}

function relevantRules(broken: Record<string, string>): [rule: string, text: string][] {
  const type = TYPE_RULES.find((rule) => broken[rule] !== undefined);
  return Object.entries(broken).filter(([rule]) => type === undefined || rule === type);
}

/** class-validator starts each message with the property's name, which is already in `field`. */
function withoutName(text: string, property: string): string {
  return text.startsWith(`${property} `) ? text.slice(property.length + 1) : text;
}
