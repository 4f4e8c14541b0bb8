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

/** Adds the old names to an object of the schema, or to the part of it that has the renamed fields. */
export function withFormerNames<View extends object>(schema: keyof typeof FORMER_NAMES, view: View): View {
  const values = view as Record<string, unknown>;
  const former = Object.entries(FORMER_NAMES[schema]).map(([old, name]) => [old, values[name]]);
  return { ...view, ...(Object.fromEntries(former) as object) };
}
