import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { InvalidInputError, type FieldError } from './errors.js';

/** The one pipe: types and limits from the DTO's decorators, unknown fields refused by name. */
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

// What is of another type, or missing, breaks all other rules of its field too: those errors would only repeat it.
const TYPE_RULES = ['isArray', 'isString', 'isBoolean', 'isInt', 'isUuid', 'isIn'];

function fieldErrorsOf(error: ValidationError, parent = ''): FieldError[] {
  const field = fieldName(parent, error.property);
  const own = tellingRules(error.constraints ?? {}).map(([rule, text]) => ({
    field,
    message:
      rule === 'whitelistValidation' ? 'is not a field of this call' : withoutName(text, error.property),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrorsOf(child, field))];
}

/** Items of lists as in JavaScript: `media[0].width`. */
function fieldName(parent: string, property: string): string {
  if (!parent) return property;
  return /^\d+$/.test(property) ? `${parent}[${property}]` : `${parent}.${property}`;
}

function tellingRules(broken: Record<string, string>): [rule: string, text: string][] {
  const type = TYPE_RULES.find((rule) => broken[rule] !== undefined);
  return Object.entries(broken).filter(([rule]) => type === undefined || rule === type);
}

/** class-validator starts each sentence with the property's name, which we already show. */
function withoutName(text: string, property: string): string {
  return text.startsWith(`${property} `) ? text.slice(property.length + 1) : text;
}
