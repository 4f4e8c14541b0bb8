/**
 * The source of the worker that runs MediaInfo. A file that makes it loop or exhaust memory stops only that thread. It is a
 * string because a worker needs plain JavaScript, and our sources are compiled in more than one way.
 *
 * The worker requests bytes with `{ offset, size }`; an empty reply means the end of the file. It finally posts `{ tracks }`.
 */
export const MEDIA_INFO_WORKER = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { default: mediaInfoFactory } = require(workerData.library);

  let arrived;
  parentPort.on('message', (bytes) => arrived(bytes));
  const readChunk = (size, offset) =>
    new Promise((resolve) => {
      arrived = resolve;
      parentPort.postMessage({ offset, size });
    });

  // A file can claim thousands of tracks; only the first of each type counts.
  const firstOf = (tracks, type) => tracks.filter((track) => track['@type'] === type).slice(0, 1);

  mediaInfoFactory({ format: 'object' })
    .then((mediaInfo) => mediaInfo.analyzeData(workerData.sizeBytes, readChunk))
    .then(({ media }) => {
      const tracks = media?.track ?? [];
      parentPort.postMessage({ tracks: ['General', 'Video', 'Audio'].flatMap((type) => firstOf(tracks, type)) });
    });
`;
