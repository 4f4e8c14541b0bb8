import type { Connector } from 'tiktok-connector-client';
import { useChange } from '../../../api/mutations.js';

export const FILE_ACTIONS = ['append', 'replace', 'remove'] as const;
export type FileAction = (typeof FILE_ACTIONS)[number];

const PATHS = {
  append: '/api/ads/audiences/{audienceId}/append',
  replace: '/api/ads/audiences/{audienceId}/replace',
  remove: '/api/ads/audiences/{audienceId}/remove',
} as const satisfies Record<FileAction, string>;

interface AudienceFile {
  file: File;
  action: FileAction;
  defaultCountry?: string;
}

/** Checks a file, and sends it. The browser streams it: it may be larger than the memory. */
export function useAudienceFile(audienceId: string) {
  const check = useChange((connector, input: AudienceFile) => post(connector, audienceId, input, true));
  const send = useChange((connector, input: AudienceFile) => post(connector, audienceId, input, false), {
    changes: [
      ['ads', 'audience', audienceId],
      ['ads', 'audiences'],
    ],
  });
  return { check, send };
}

function post(
  connector: Connector,
  audienceId: string,
  { file, action, defaultCountry }: AudienceFile,
  dryRun: boolean,
) {
  return connector.POST(PATHS[action], {
    params: {
      path: { audienceId },
      query: { dryRun, ...(defaultCountry !== undefined && { defaultCountry }) },
    },
    body: '',
    // The file itself is the body.
    bodySerializer: () => file,
    headers: { 'content-type': /\.(ndjson|jsonl)$/.test(file.name) ? 'application/x-ndjson' : 'text/csv' },
  });
}
