/** A command that a page asks its reader to type. */
export interface DocumentedCommand {
  file: string;
  line: number;
  text: string;
  /** Stands in the text, not in a block of commands. */
  isInline: boolean;
}

const PROGRAMS = 'npm|npx|node|curl|openssl|echo|post|git|psql|pg_dump|pg_restore|docker|bash|cat';
const INLINE = new RegExp(`^(?:[A-Z_]+=\\S+ )*(?:${PROGRAMS}) \\S`);

/** Commands of a Markdown page in their order: those of its `sh` blocks, and those in code spans of its text. */
export function commandsIn(file: string, markdown: string): DocumentedCommand[] {
  const lines = markdown.split('\n');
  const found: DocumentedCommand[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const fence = /^```(\w*)/.exec(lines[at] ?? '');
    if (!fence) {
      for (const text of spansIn(lines[at] ?? '')) found.push({ file, line: at + 1, text, isInline: true });
      continue;
    }
    const end = lines.indexOf('```', at + 1);
    if (fence[1] === 'sh') found.push(...commandsOf(lines.slice(at + 1, end), file, at + 2));
    at = end;
  }
  return found;
}

function spansIn(line: string): string[] {
  return [...line.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text).filter((text) => INLINE.test(text));
}

/** A command goes on after a backslash at the end of its line, in open quotes, and to the end of its here-document. */
function commandsOf(lines: string[], file: string, firstLine: number): DocumentedCommand[] {
  const found: DocumentedCommand[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const start = at;
    let text = lines[at] ?? '';
    if (text.trim() === '' || text.startsWith('#')) continue;
    while ((text.endsWith('\\') || isInQuotes(text)) && at + 1 < lines.length)
      text += `\n${lines[(at += 1)] ?? ''}`;
    const here = /<<-?['"]?(\w+)/.exec(text)?.[1];
    if (here !== undefined) {
      const end = lines.indexOf(here, at + 1);
      text = [text, ...lines.slice(at + 1, end + 1)].join('\n');
      at = end;
    }
    found.push({ file, line: firstLine + start, text, isInline: false });
  }
  return found;
}

function isInQuotes(text: string): boolean {
  let open = '';
  for (const [token] of text.matchAll(/\\.|['"]/gs)) {
    // Between single quotes a backslash is a letter like others.
    const sign = open === "'" ? token.slice(-1) : token;
    if (open === '' && (sign === "'" || sign === '"')) open = sign;
    else if (sign === open) open = '';
  }
  return open !== '';
}

/** The names in angle brackets that a reader replaces. */
export function placeholdersIn(text: string): string[] {
  return [...text.matchAll(/<([a-zA-Z_][\w ]*)>/g)].map(([, name = '']) => name);
}
