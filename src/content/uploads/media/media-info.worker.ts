/**
 * MediaInfo in a thread of its own: a file that makes it loop or swell takes down nothing but that thread. As text,
 * since a thread needs a script that Node can run as it is, and sources are compiled in more than one way.
 *
 * Asks for bytes with `{ offset, size }`, is answered with them, none meaning the end; says `{ tracks }` at last.
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

  // Of the thousand tracks that a file may claim, the first of each kind.
  const firstOf = (tracks, type) => tracks.filter((track) => track['@type'] === type).slice(0, 1);

  mediaInfoFactory({ format: 'object' })
    .then((mediaInfo) => mediaInfo.analyzeData(workerData.sizeBytes, readChunk))
    .then(({ media }) => {
      const tracks = media?.track ?? [];
      parentPort.postMessage({ tracks: ['General', 'Video', 'Audio'].flatMap((type) => firstOf(tracks, type)) });
    });
`;
