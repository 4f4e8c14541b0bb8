/** Fields of answers that were renamed before 1.0: schema, old name, new name. Until 1.0 answers carry both names. */
export const FORMER_NAMES = {
  FieldProblem: { complaint: 'message' },
  PostProblemView: { sentence: 'message' },
  RecentErrorView: { sentence: 'message' },
  CreatorRefusalView: { sentence: 'message', fixer: 'fixableBy' },
  FailureView: { fixer: 'fixableBy' },
  PublicationView: { meaning: 'statusText' },
  AppStateView: { meaning: 'statusText' },
} as const;

type Schema = keyof typeof FORMER_NAMES;

// Looked up for each row of a list, so made once.
const PAIRS = new Map(
  Object.entries(FORMER_NAMES).map(([schema, names]) => [schema, Object.entries<string>(names)]),
);

/** Adds the old names to an object of the schema, or to the part of it that has the renamed fields. */
export function withFormerNames<View extends object>(schema: Schema, view: View): View {
  const values = view as Record<string, unknown>;
  const former: Record<string, unknown> = {};
  for (const [old, name] of PAIRS.get(schema) ?? []) former[old] = values[name];
  return { ...view, ...former };
}
