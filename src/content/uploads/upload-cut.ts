import { codeOf, InvalidInputError } from '../../common/index.js';

// How a body ends whose sender went away, or was silent for too long: as Node has it, and as the parser of parts.
const CUT = new Set(['upload_cut', 'ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'FST_MP_PREMATURE_CLOSE']);

export function isCut(error: unknown): boolean {
  return CUT.has(codeOf(error) ?? '');
}

export function uploadCut(): InvalidInputError {
  const message = 'is not whole: send it again to the same link';
  return new InvalidInputError(
    'The connection ended before the whole video had arrived.',
    [{ field: 'file', message }],
    'upload_cut',
  );
}
