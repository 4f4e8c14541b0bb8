import ts from 'typescript';
import { declaredOrder } from './declared-order.js';
import { MODEL_FILES } from './dto-program.js';
import { factsOf, literal } from './property-facts.js';

/** A class whose objects the API takes or answers; its name is also that of its schema. */
export interface Model {
  properties: ts.PropertyDeclaration[];
  /** The class that it extends, unless that is a mapped type. */
  parent: string | undefined;
}

/** @throws Error for a class that the service could not import */
export function modelsIn(files: ts.SourceFile[]): Map<string, Model> {
  const classes = files.flatMap(({ statements }) => statements.filter(ts.isClassDeclaration));
  return new Map(classes.map((one) => [one.name?.text ?? '', modelOf(one)]));
}

function modelOf({ name, members, modifiers, heritageClauses }: ts.ClassDeclaration): Model {
  if (!modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
    throw new Error(`export the class ${name?.text}: the document cannot describe it otherwise`);
  const parent = heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
  return {
    properties: members.filter(ts.isPropertyDeclaration),
    parent: parent && ts.isIdentifier(parent.expression) ? parent.expression.text : undefined,
  };
}

/** Adds to what the plugin found what only the source says. Fields of the parent come first. */
export class ModelFields {
  constructor(
    private readonly models: ReadonlyMap<string, Model>,
    private readonly found: ReadonlyMap<string, ts.ObjectLiteralExpression>,
    private readonly checker: ts.TypeChecker,
  ) {}

  of(name: string): ts.PropertyAssignment[] {
    const model = this.models.get(name);
    if (!model) return [];
    const inherited = model.parent === undefined ? [] : this.of(model.parent);
    const fields = keywordsOf(this.found.get(name));
    const own = model.properties.map((property) => {
      const field = property.name.getText();
      const keywords = keywordsOf(fields.get(field));
      // The plugin passes over what it cannot import.
      if (keywords.size === 0)
        throw new Error(
          `${name}.${field}: its type is no class in a file that ends ${MODEL_FILES.join(', ')}`,
        );
      if (property.type?.kind === ts.SyntaxKind.UnknownKeyword) keywords.set('oneOf', literal(ANY_JSON));
      const scalars = scalarsIn(property.type);
      if (scalars.length > 1) {
        keywords.set('oneOf', literal(scalars.map((type) => ({ type }))));
        if (hasNull(property.type)) keywords.set('nullable', ts.factory.createTrue());
      }
      const values = keywords.get('enum');
      if (values) keywords.set('enum', this.inDeclaredOrder(values, property));
      for (const [keyword, value] of factsOf(property, this.checker)) keywords.set(keyword, value);
      return ts.factory.createPropertyAssignment(field, toObject(keywords));
    });
    return [...inherited, ...own];
  }

  private inDeclaredOrder(values: ts.Expression, property: ts.PropertyDeclaration): ts.Expression {
    if (!ts.isArrayLiteralExpression(values)) return values;
    const texts = new Set(values.elements.filter(ts.isStringLiteral).map(({ text }) => text));
    const order = new Set(declaredOrder(property.type, this.checker));
    const sorted = [...order].filter((text) => texts.has(text));
    if (sorted.length === values.elements.length) return literal(sorted);
    const where = `${property.getSourceFile().fileName}: ${property.name.getText()}`;
    throw new Error(`${where}: declare its values as a union or as a constant list`);
  }
}

const SCALARS = new Map([
  [ts.SyntaxKind.StringKeyword, 'string'],
  [ts.SyntaxKind.NumberKeyword, 'number'],
  [ts.SyntaxKind.BooleanKeyword, 'boolean'],
]);

// The plugin calls an unknown value an object.
const ANY_JSON = [
  ...['string', 'number', 'boolean', 'null'].map((type) => ({ type })),
  { type: 'object', additionalProperties: true },
  { type: 'array', items: {} },
];

/** The plugin calls a union of such types an object. */
function scalarsIn(type: ts.TypeNode | undefined): string[] {
  if (!type || !ts.isUnionTypeNode(type)) return [];
  const scalars = type.types.flatMap(({ kind }) => SCALARS.get(kind) ?? []);
  // With one scalar the plugin knows that it may be null.
  return scalars.length > 1 && type.types.some(isNull) ? [...scalars, 'null'] : scalars;
}

function isNull(type: ts.TypeNode): boolean {
  return ts.isLiteralTypeNode(type) && type.literal.kind === ts.SyntaxKind.NullKeyword;
}

/** The plugin misses it in such a union. */
function hasNull(type: ts.TypeNode | undefined): boolean {
  const members = type && ts.isUnionTypeNode(type) ? type.types : [];
  return members.some((one) => ts.isLiteralTypeNode(one) && one.literal.kind === ts.SyntaxKind.NullKeyword);
}

function keywordsOf(field: ts.Expression | undefined): Map<string, ts.Expression> {
  if (!field || !ts.isObjectLiteralExpression(field)) return new Map();
  const assignments = field.properties.filter(ts.isPropertyAssignment);
  return new Map(assignments.map(({ name, initializer }) => [(name as ts.Identifier).text, initializer]));
}

function toObject(keywords: Map<string, ts.Expression>): ts.ObjectLiteralExpression {
  return ts.factory.createObjectLiteralExpression(
    [...keywords].map(([keyword, value]) => ts.factory.createPropertyAssignment(keyword, value)),
  );
}
