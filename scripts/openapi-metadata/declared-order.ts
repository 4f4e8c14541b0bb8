import ts from 'typescript';

/**
 * Lists the texts of a type in the order in which its source declares them. It follows aliases, their arguments, unions,
 * lists and `(typeof LIST)[number]`.
 */
export function declaredOrder(node: ts.Node | undefined, checker: ts.TypeChecker): string[] {
  if (!node) return [];
  const next = (inner: ts.Node | undefined): string[] => declaredOrder(inner, checker);
  if (ts.isStringLiteral(node)) return [node.text];
  if (ts.isLiteralTypeNode(node)) return next(node.literal);
  if (ts.isUnionTypeNode(node)) return node.types.flatMap(next);
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap(next);
  if (ts.isArrayTypeNode(node)) return next(node.elementType);
  if (ts.isIndexedAccessTypeNode(node)) return next(node.objectType);
  if (ts.isTypeQueryNode(node)) return next(declarationOf(node.exprName, checker));
  if (ts.isTypeReferenceNode(node))
    return [declarationOf(node.typeName, checker), ...(node.typeArguments ?? [])].flatMap(next);
  if (ts.isIdentifier(node)) return next(declarationOf(node, checker));
  if (ts.isTypeAliasDeclaration(node)) return next(node.type);
  if (ts.isVariableDeclaration(node)) return next(node.initializer);
  if (ts.isParenthesizedTypeNode(node)) return next(node.type);
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isSpreadElement(node))
    return next(node.expression);
  return [];
}

function declarationOf(name: ts.EntityName, checker: ts.TypeChecker): ts.Declaration | undefined {
  const symbol = checker.getSymbolAtLocation(name);
  if (!symbol) return undefined;
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return target.declarations?.[0];
}
