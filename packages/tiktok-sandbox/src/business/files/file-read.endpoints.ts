import type { AdvertiserCall } from '../wire/business-call.js';
import { notFound } from '../wire/business-error.js';
import { advertiserEndpoint, type BusinessEndpoint } from '../wire/endpoint.js';
import { pageOf } from '../wire/paging.js';
import type { Params } from '../wire/params.js';
import type { StoredFile } from './creative-files.js';
import { imageView, videoView } from './file-view.js';
import { requireFreeFileName } from './upload-rules.js';

const videoInfo = advertiserEndpoint({
  method: 'GET',
  path: '/file/video/ad/info/',
  handle(call) {
    const ids = call.params.requireTexts('video_ids', { max: 60 });
    const found = ids.flatMap((id) => call.tables.videoFiles.getOf(call.advertiser.id, id) ?? []);
    return { list: found.map((video) => videoView(call, video)) };
  },
});

const imageInfo = advertiserEndpoint({
  method: 'GET',
  path: '/file/image/ad/info/',
  handle(call) {
    const ids = call.params.requireTexts('image_ids', { max: 100 });
    const found = ids.flatMap((id) => call.tables.imageFiles.getOf(call.advertiser.id, id) ?? []);
    return { list: found.map((image) => imageView(call, image)) };
  },
});

const videoSearch = advertiserEndpoint({
  method: 'GET',
  path: '/file/video/ad/search/',
  handle(call) {
    const { list, page_info } = search(call, call.tables.videoFiles.of(call.advertiser.id), 'video');
    return { list: list.map((video) => videoView(call, video)), page_info };
  },
});

const imageSearch = advertiserEndpoint({
  method: 'GET',
  path: '/file/image/ad/search/',
  handle(call) {
    const { list, page_info } = search(call, call.tables.imageFiles.of(call.advertiser.id), 'image');
    return { list: list.map((image) => imageView(call, image)), page_info };
  },
});

/** The newest first, unless asked otherwise. */
function search<File extends StoredFile>(call: AdvertiserCall, files: File[], kind: 'video' | 'image') {
  const { params } = call;
  const field = params.oneOf('sort_field', ['CREATE_TIME', 'MODIFY_TIME']) ?? 'CREATE_TIME';
  const direction = params.oneOf('order_type', ['ASC', 'DESC']) === 'ASC' ? 1 : -1;
  const time = (file: File): number => (field === 'MODIFY_TIME' ? file.modifiedAt : file.createdAt);
  const rows = files
    .filter(matching(params.object('filtering'), kind))
    .toSorted((a, b) => direction * (time(a) - time(b) || Number(a.materialId) - Number(b.materialId)));
  return pageOf(params, rows, { defaultSize: 20 });
}

function matching(filtering: Params | undefined, kind: string): (file: StoredFile) => boolean {
  if (!filtering) return () => true;
  const ids = filtering.texts(`${kind}_ids`, { max: 100 });
  const materials = filtering.texts('material_ids', { max: 20 });
  const name = filtering.text(`${kind}_name`)?.toLowerCase();
  const displayable = filtering.flag('displayable') ?? true;
  return (file) =>
    displayable &&
    (!ids || ids.includes(file.id)) &&
    (!materials || materials.includes(file.materialId)) &&
    (name === undefined || file.fileName.toLowerCase().includes(name));
}

const videoUpdate = advertiserEndpoint({
  method: 'POST',
  path: '/file/video/ad/update/',
  handle: (call) => rename(call, call.tables.videoFiles.of(call.advertiser.id), 'video_id'),
});

const imageUpdate = advertiserEndpoint({
  method: 'POST',
  path: '/file/image/ad/update/',
  handle: (call) => rename(call, call.tables.imageFiles.of(call.advertiser.id), 'image_id'),
});

function rename({ params, now }: AdvertiserCall, files: StoredFile[], key: string): object {
  const id = params.requireText(key);
  const name = params.requireText('file_name', { min: 1, max: 100 });
  const file = files.find((candidate) => candidate.id === id);
  if (!file) throw notFound(`${key}: ${id} does not exist.`);
  if (name !== file.fileName) requireFreeFileName(files, name);
  Object.assign(file, { fileName: name, modifiedAt: now });
  return {};
}

export const FILE_READ_ENDPOINTS: readonly BusinessEndpoint[] = [
  videoInfo,
  imageInfo,
  videoSearch,
  imageSearch,
  videoUpdate,
  imageUpdate,
];
