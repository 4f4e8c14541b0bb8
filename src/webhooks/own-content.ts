import { advertisersOf } from '../tiktok/index.js';

type Content = Record<string, unknown>;

/** True if the event may concern ad accounts of several organisations: TikTok may report many in one delivery. */
export function namesSeveral(content: Content): boolean {
  return advertisersOf(content).length > 1;
}

/** Leaves out what an event says about other ad accounts than the own ones. */
export function ownContent(content: Content, own: ReadonlySet<string>): Content {
  if (!namesSeveral(content) || !Array.isArray(content.entry)) return content;
  const entry = (content.entry as unknown[]).flatMap((one) => ownEntry(one, own));
  return { ...content, entry };
}

function ownEntry(entry: unknown, own: ReadonlySet<string>): unknown[] {
  if (typeof entry !== 'object' || entry === null) return [entry];
  const { changed_metrics_values: changed, ...rest } = entry as Content;
  const named = advertisersOf(rest);
  if (named.some((id) => !own.has(id))) return [];
  if (typeof changed !== 'object' || changed === null) return [entry];
  const values = Object.fromEntries(Object.entries(changed).filter(([id]) => own.has(id)));
  return Object.keys(values).length > 0 ? [{ ...rest, changed_metrics_values: values }] : [];
}
