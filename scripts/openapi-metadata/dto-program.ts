import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** Ends of the names of files that hold models of the API: bodies and queries, and what the service answers. */
export const MODEL_FILES = ['.dto.ts', '.query.ts', '.view.ts'];

export function isModelFile(file: string): boolean {
  return !file.includes('node_modules') && MODEL_FILES.some((end) => file.endsWith(end));
}

/** Reads the models, and of other files only what they import from src. */
export function programOf(root: string, source: string): ts.Program {
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), (file) =>
    readFileSync(file, 'utf8'),
  ) as { config: { compilerOptions: object } };
  const { options } = ts.convertCompilerOptionsFromJson({ ...config.compilerOptions, types: [] }, root);
  const models = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(isModelFile).toSorted();
  const files = models.map((file) => path.join(source, file));
  return ts.createProgram(files, options, hostOf(options));
}

/** Leaves packages out: their types take most of the time, and no field of a model has one. */
function hostOf(options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options, true);
  host.resolveModuleNameLiterals = (names, file, _redirected, settings) =>
    names.map(({ text }) =>
      text.startsWith('.')
        ? ts.resolveModuleName(text, file, settings, host, undefined, undefined, ts.ModuleKind.ESNext)
        : { resolvedModule: undefined },
    );
  return host;
}
