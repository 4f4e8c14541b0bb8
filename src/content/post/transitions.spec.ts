import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { OVER, PUBLICATION_STATUSES, type PublicationStatus } from './publication.entity.js';
import { applyUpdate, type StatusUpdate, type PostState } from './publication-reducer.js';
import { INITIAL, PROGRESS, reported, TRANSITIONS, type Transition } from './transitions.js';

const OURS: Transition[] = Object.values(TRANSITIONS);
const REPORTS: Transition[] = PUBLICATION_STATUSES.map(reported).filter(({ from }) => from.length > 0);
// In these TikTok may have the post.
const AFTER_INIT: PublicationStatus[] = [
  'processing',
  'unknown',
  'failed',
  'published',
  'public',
  'in_inbox',
  'removed',
];

function reachable(from: readonly PublicationStatus[], by: Transition[]): Set<PublicationStatus> {
  const found = new Set(from);
  for (let size = -1; size < found.size;) {
    size = found.size;
    for (const { from: froms, to } of by) if (froms.some((status) => found.has(status))) found.add(to);
  }
  return found;
}

describe('the transitions of a publication', () => {
  it('reach every status', () => {
    const all = reachable(INITIAL, [...OURS, ...REPORTS]);

    expect([...all].toSorted()).toEqual([...PUBLICATION_STATUSES].toSorted());
  });

  it('leave every status that is not an end', () => {
    const left = new Set(OURS.flatMap(({ from }) => from));

    // Only TikTok can resolve an unknown outcome, or change one that is over.
    expect(PUBLICATION_STATUSES.filter((status) => !left.has(status)).toSorted()).toEqual(
      [...OVER, 'unknown'].toSorted(),
    );
  });

  it('never lead back to publishing once TikTok may have the post', () => {
    const later = reachable(AFTER_INIT, [...OURS, ...REPORTS]);

    for (const status of ['awaiting_upload', 'ready', 'scheduled', 'publishing'] as const)
      expect(later).not.toContain(status);
  });

  it('take a publishing post back only before init was sent', () => {
    const back = OURS.filter(
      ({ from, to }) =>
        from.includes('publishing') && ['awaiting_upload', 'ready', 'scheduled', 'cancelled'].includes(to),
    );

    expect(back.map(({ to }) => to).toSorted()).toEqual(['cancelled', 'ready', 'scheduled']);
    expect(back.filter(({ beforeInit }) => !beforeInit)).toEqual([]);
  });

  it('allow a second init only if TikTok rejected the first, or its upload can no longer be completed', () => {
    const forgetting = Object.entries(TRANSITIONS as Record<string, Transition>)
      .filter(([, { clears }]) => clears?.includes('initSentAt'))
      .map(([name]) => name);

    expect(forgetting).toEqual(['withdrawInit', 'restartUpload']);
  });
});

describe('a report from TikTok', () => {
  const postIds = fc.array(fc.constantFrom('1', '2'), { maxLength: 2 });
  const at = fc.date({ min: new Date(0), max: new Date(5_000), noInvalidDate: true });
  const update: fc.Arbitrary<StatusUpdate> = fc.oneof(
    fc.record({ kind: fc.constantFrom('processing' as const, 'in_inbox' as const) }),
    fc.record({ kind: fc.constant('complete' as const), postIds }),
    fc.record({ kind: fc.constantFrom('public' as const, 'no_longer_public' as const), postIds, at }),
    fc.record({
      kind: fc.constant('failed' as const),
      reason: fc.constantFrom('publish_cancelled', 'internal'),
    }),
  );

  it('makes a legal transition, from every status and in every order', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PUBLICATION_STATUSES), fc.array(update), (status, updates) => {
        let state: PostState = { status, postIds: [], failCode: null, visibilityAt: null };
        for (const one of updates) {
          const next = applyUpdate(state, one);
          if (next.status !== state.status) expect(reported(next.status).from).toContain(state.status);
          state = next;
        }
      }),
    );
  });

  it('changes nothing before publishing', () => {
    const before = PUBLICATION_STATUSES.filter((status) => PROGRESS[status] === undefined);

    expect(before).toEqual(['awaiting_upload', 'ready', 'scheduled']);
    const touched = REPORTS.flatMap(({ from, to }) => [...from, to]);
    for (const status of before) expect(touched).not.toContain(status);
  });
});

it('docs/publishing.md shows the transitions (UPDATE_DOCS=1 updates it)', () => {
  // Jest runs in the root of the repository.
  const page = path.resolve('docs/publishing.md');
  const text = readFileSync(page, 'utf8');
  const [head = '', rest = ''] = text.split(START, 2);
  const [, tail = ''] = rest.split(END, 2);
  const written = `${head}${START}\n\n${diagram()}\n\n${table()}\n\n${END}${tail}`;
  if (process.env.UPDATE_DOCS) writeFileSync(page, written);
  expect(readFileSync(page, 'utf8')).toBe(written);
});

const START = '<!-- statuses: generated from src/content/post/transitions.ts -->';
const END = '<!-- /statuses -->';

function diagram(): string {
  // Reports that overrule an earlier verdict, or skip a status, are in the table.
  const usual = new Set<PublicationStatus>(['processing', 'in_inbox', 'published', 'public', 'removed']);
  const reports = REPORTS.map((one) => ({
    ...one,
    from: one.from.filter((status) => (one.to === 'removed' ? status === 'public' : usual.has(status))),
  }));
  const edges = new Map<string, Set<string>>();
  for (const { on, from, to } of [...OURS, ...reports])
    for (const edge of from.filter((status) => status !== to).map((status) => `  ${status} --> ${to}`))
      edges.set(edge, (edges.get(edge) ?? new Set()).add(on));
  const drawn = [...edges].map(([edge, on]) => `${edge}: ${[...on].join(' / ')}`);
  const begins = INITIAL.map((status) => `  [*] --> ${status}`);
  return ['```mermaid', 'stateDiagram-v2', ...begins, ...drawn, '```'].join('\n');
}

function table(): string {
  const rows = [...OURS, ...REPORTS].map(({ on, from, to, beforeInit, clears = [] }) => {
    const froms = from.map((status) => `\`${status}\``).join(', ');
    const cells = [on, `${froms}${beforeInit ? ' (before init)' : ''}`, `\`${to}\``];
    return `| ${[...cells, clears.map((name) => `\`${name}\``).join(', ')].join(' | ')} |`;
  });
  return ['| event | from | to | clears |', '|---|---|---|---|', ...rows].join('\n');
}
