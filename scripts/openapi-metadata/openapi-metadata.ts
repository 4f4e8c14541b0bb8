import path from 'node:path';
import { ReadonlyVisitor } from '@nestjs/swagger/plugin';
import ts from 'typescript';
import { isModelFile, MODEL_FILES, programOf } from './dto-program.js';
import { ModelFields, modelsIn } from './model-fields.js';

const HEADER = `/* eslint-disable */
// Generated from the DTOs by \`UPDATE_DOCS=1 npm test -- unit openapi-metadata\`. A unit test fails when it is stale.`;

/**
 * Generates src/openapi-metadata.ts: what Nest's Swagger plugin finds in the types of the DTOs, and what their doc comments
 * say. The service loads the file, so its OpenAPI document does not depend on the compiler that built it.
 * @param root the folder of the repository
 */
export function openApiMetadata(root: string): string {
  const source = path.join(root, 'src');
  const program = programOf(root, source);
  const sources = program
    .getSourceFiles()
    .filter(({ fileName }) => isModelFile(fileName))
    .toSorted((one, other) => one.fileName.localeCompare(other.fileName));
  const visitor = new ReadonlyVisitor({
    pathToSource: source,
    dtoFileNameSuffix: MODEL_FILES,
    skipDefaultValues: true,
  });
  for (const file of sources) visitor.visit(program, file);
  const { models } = visitor.collect() as { models: Collected };
  const found = new Map(models.flatMap(([, classes]) => Object.entries(classes)));
  const fields = new ModelFields(modelsIn(sources), found, program.getTypeChecker());
  const imports = Object.entries(visitor.typeImports as Record<string, string>);
  const files = models.map(([file, classes]) => {
    const described = Object.keys(classes).map(
      (name) => `      ${name}: {\n${linesOf(fields.of(name))}      },\n`,
    );
    return `    [${print(file)}, {\n${described.join('')}    }],\n`;
  });
  return `${HEADER}
export const openApiMetadata = async () => {
  const t = {
${imports.map(([file, load]) => `    '${file}': ${load},\n`).join('')}  };
  return { '@nestjs/swagger': { models: [
${files.join('')}  ] } };
};
`;
}

/** One line per field, so that a diff shows which fields have changed. */
function linesOf(fields: ts.PropertyAssignment[]): string {
  return fields.map((field) => `        ${print(field)},\n`).join('');
}

type Collected = [file: ts.CallExpression, classes: Record<string, ts.ObjectLiteralExpression>][];

const printer = ts.createPrinter({ removeComments: true });
const BLANK = ts.createSourceFile('openapi-metadata.ts', '', ts.ScriptTarget.Latest);

function print(node: ts.Node): string {
  return printer.printNode(ts.EmitHint.Unspecified, node, BLANK);
}
