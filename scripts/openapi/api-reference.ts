interface Operation {
  summary?: string;
  description?: string;
  tags?: string[];
  deprecated?: boolean;
}

interface ReferencedApi {
  tags?: { name: string; description?: string }[];
  paths: Record<string, Record<string, Operation>>;
}

const INTRODUCTION = `# All calls

Generated from the OpenAPI document, which also has parameters, bodies and errors: \`/api/docs\` of a running service shows it, and
[packages/client](../packages/client/README.md) has it as types. [http.md](http.md) explains what applies to every call.
`;
const ROLE = /Needs the role `(\w+)`/;

/** Lists every call of the API by its area, as a page of the documentation. */
export function apiReference({ tags = [], paths }: ReferencedApi): string {
  const calls = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  );
  const sections = tags.map(({ name, description = '' }) => {
    const rows = calls.filter(({ operation }) => operation.tags?.includes(name)).map(rowOf);
    const table = ['| call | what it does | role |', '|---|---|---|', ...rows].join('\n');
    return rows.length === 0
      ? ''
      : `## ${name}\n\n${description === '' ? '' : `${description}\n\n`}${table}\n`;
  });
  return [INTRODUCTION, ...sections.filter((section) => section !== '')].join('\n');
}

function rowOf({ path, method, operation }: { path: string; method: string; operation: Operation }): string {
  const role = ROLE.exec(operation.description ?? '')?.[1] ?? '–';
  const summary = `${operation.summary ?? ''}${operation.deprecated ? ' (deprecated)' : ''}`.replaceAll(
    '|',
    '\\|',
  );
  return `| \`${method.toUpperCase()} ${path}\` | ${summary} | ${role} |`;
}
