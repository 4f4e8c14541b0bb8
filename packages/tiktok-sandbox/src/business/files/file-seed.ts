import { createHash } from 'node:crypto';
import { seededRandom } from '../../random.js';
import type { World } from '../../world.js';
import type { Advertiser } from '../advertisers/advertiser.js';
import { imageFileId, videoFileId } from './file-ids.js';

/** A video that was uploaded long ago. @returns its id */
export function addSeedVideo(world: World, advertiser: Advertiser, name: string, at: number): string {
  const { tables, ids } = world.business;
  return tables.videoFiles.add({
    ...common(advertiser, name, 'mp4', at),
    id: videoFileId(seededRandom(`${advertiser.seedName}/video/${name}`)),
    materialId: ids.next(at),
    bytes: 4_200_000,
    width: 720,
    height: 1280,
    durationSeconds: 15.4,
    readyAt: at,
  }).id;
}

/** Its cover. @returns the image's id */
export function addSeedImage(world: World, advertiser: Advertiser, name: string, at: number): string {
  const { tables, ids } = world.business;
  return tables.imageFiles.add({
    ...common(advertiser, name, 'jpeg', at),
    id: imageFileId(`${advertiser.seedName}/image/${name}`),
    materialId: ids.next(at),
    bytes: 90_000,
    width: 720,
    height: 1280,
  }).id;
}

function common(advertiser: Advertiser, name: string, format: string, at: number) {
  return {
    advertiserId: advertiser.id,
    fileName: `${name}.${format}`,
    format,
    md5: createHash('md5').update(`${advertiser.seedName}/${name}/${format}`).digest('hex'),
    createdAt: at,
    modifiedAt: at,
  };
}
