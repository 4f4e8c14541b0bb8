import { codeOf, InvalidInputError } from '../../common/index.js';

// Error codes of Node.js and the multipart parser for a client that disconnected or timed out.
const CUT = new Set(['upload_cut', 'ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'FST_MP_PREMATURE_CLOSE']);

export function isCut(error: unknown): boolean {
  return CUT.has(codeOf(error) ?? '');
}

export function uploadCut(): InvalidInputError {
  const message = 'is incomplete; upload it again to the same link';
  return new InvalidInputError(
    'The connection closed before the whole file had arrived. Upload it again to the same link.',
    [{ field: 'file', message }],
    'upload_cut',
  );
}
