import ts from 'typescript';

/** Keywords of a field's schema, as expressions of the generated file. */
export type Facts = Map<string, ts.Expression>;

// Block tags of a field's doc comment, as ts-json-schema-generator names them.
const TAGS: Record<string, string> = {
  example: 'example',
  format: 'format',
  default: 'default',
  asType: 'type',
};
// Decorators of class-validator whose only argument is a limit.
const LIMITS: Record<string, string> = {
  Min: 'minimum',
  Max: 'maximum',
  MaxLength: 'maxLength',
  ArrayMinSize: 'minItems',
  ArrayMaxSize: 'maxItems',
};

/**
 * Reads what the Swagger plugin does not: the whole doc comment, limits that are constants, and the declared order of
 * enumerations. The plugin keeps the line breaks of comments, and TypeScript sorts unions by which member it met first.
 */
export function factsOf(property: ts.PropertyDeclaration, checker: ts.TypeChecker): Facts {
  const facts: Facts = new Map();
  const description = descriptionOf(property);
  if (description) facts.set('description', ts.factory.createStringLiteral(description));
  for (const tag of ts.getJSDocTags(property)) {
    const keyword = TAGS[tag.tagName.text];
    const text = ts.getTextOfJSDocComment(tag.comment);
    if (keyword && text) facts.set(keyword, literal(parsed(text)));
    if (tag.tagName.text === 'deprecated') facts.set('deprecated', ts.factory.createTrue());
  }
  for (const [keyword, limit] of limitsOf(property, checker)) facts.set(keyword, literal(limit));
  if (property.initializer) {
    facts.set('required', ts.factory.createFalse());
    const type = checker.getTypeAtLocation(property.initializer);
    if (type.isNumberLiteral()) facts.set('default', literal(type.value));
  }
  return facts;
}

function descriptionOf(property: ts.PropertyDeclaration): string {
  const comments = ts.getJSDocCommentsAndTags(property).filter(ts.isJSDoc);
  return comments
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function limitsOf(property: ts.PropertyDeclaration, checker: ts.TypeChecker): [string, number][] {
  return (ts.getDecorators(property) ?? []).flatMap(({ expression }): [string, number][] => {
    if (!ts.isCallExpression(expression) || !expression.arguments[0]) return [];
    const keyword = LIMITS[expression.expression.getText()];
    const type = checker.getTypeAtLocation(expression.arguments[0]);
    return keyword !== undefined && type.isNumberLiteral() ? [[keyword, type.value]] : [];
  });
}

/** A number, a boolean or a list in JSON; all else is text. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export function literal(value: unknown): ts.Expression {
  if (Array.isArray(value)) return ts.factory.createArrayLiteralExpression(value.map(literal));
  if (typeof value === 'object' && value !== null)
    return ts.factory.createObjectLiteralExpression(
      Object.entries(value).map(([key, inner]) => ts.factory.createPropertyAssignment(key, literal(inner))),
    );
  if (typeof value === 'boolean') return value ? ts.factory.createTrue() : ts.factory.createFalse();
  if (typeof value === 'number') return ts.factory.createNumericLiteral(value);
  return ts.factory.createStringLiteral(String(value));
}
