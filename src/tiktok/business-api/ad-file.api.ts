import { Injectable } from '@nestjs/common';
import type { FormFile } from '../http/form-body.js';
import { advertiserCaller, type AdCaller } from './ad-caller.js';
import type { AdImage, AdVideo, SuggestedCover } from './ad-file.views.js';
import { BusinessClient } from './business-client.js';

/** Where the bytes of an upload come from: this service, or a file that was sent in chunks. */
export type AdFileSource = { file: Omit<FormFile, 'field'>; md5: string } | { fileId: string };

export type AdFileKind = 'video' | 'image';

/** TikTok's maximum numbers of ids per call. */
export const MAX_VIDEO_IDS = 60;
export const MAX_IMAGE_IDS = 100;

// The name's part decides among these; the newest come first.
const SEARCHED = 100;

/**
 * Videos and images of an ad account. Every upload makes a new file, and its name must be unique in the account.
 * https://business-api.tiktok.com/portal/docs?id=1737587322856449
 */
@Injectable()
export class AdFileApi {
  constructor(private readonly client: BusinessClient) {}

  /** @returns what TikTok answers; the id may be missing, or be the text `None` */
  async uploadVideo(caller: AdCaller, fileName: string, source: AdFileSource): Promise<AdVideo> {
    const data = await this.upload<AdVideo | AdVideo[]>(caller, 'video', fileName, source);
    // The documented answer is a list of one.
    return Array.isArray(data) ? (data[0] ?? {}) : data;
  }

  /** @returns what TikTok answers; the id may be missing, or be the text `None` */
  uploadImage(caller: AdCaller, fileName: string, source: AdFileSource): Promise<AdImage> {
    return this.upload<AdImage>(caller, 'image', fileName, source);
  }

  async video(caller: AdCaller, videoId: string): Promise<AdVideo | undefined> {
    return (await this.videos(caller, [videoId])).find((one) => one.video_id === videoId);
  }

  /** @param ids at most `MAX_VIDEO_IDS` */
  videos(caller: AdCaller, ids: readonly string[]): Promise<AdVideo[]> {
    return this.list<AdVideo>(caller, '/file/video/ad/info/', { video_ids: ids });
  }

  async image(caller: AdCaller, imageId: string): Promise<AdImage | undefined> {
    return (await this.images(caller, [imageId])).find((one) => one.image_id === imageId);
  }

  /** @param ids at most `MAX_IMAGE_IDS` */
  images(caller: AdCaller, ids: readonly string[]): Promise<AdImage[]> {
    return this.list<AdImage>(caller, '/file/image/ad/info/', { image_ids: ids });
  }

  /** Finds a video by its whole name, which is unique in the account. */
  async findVideo(caller: AdCaller, fileName: string): Promise<AdVideo | undefined> {
    const query = { filtering: { video_name: fileName }, sort_field: 'CREATE_TIME', page_size: SEARCHED };
    const list = await this.list<AdVideo>(caller, '/file/video/ad/search/', query);
    return list.find((one) => one.file_name === fileName);
  }

  /** Finds an image among the newest ones, because TikTok documents no filter for an image's name. */
  async findImage(caller: AdCaller, fileName: string): Promise<AdImage | undefined> {
    const query = { sort_field: 'CREATE_TIME', page_size: SEARCHED };
    const list = await this.list<AdImage>(caller, '/file/image/ad/search/', query);
    return list.find((one) => one.file_name === fileName);
  }

  async suggestedCovers(caller: AdCaller, videoId: string): Promise<SuggestedCover[]> {
    const query = { video_id: videoId };
    const list = await this.list<SuggestedCover>(caller, '/file/video/suggestcover/', query);
    return list.filter((one) => typeof one.id === 'string' && one.id !== '');
  }

  private upload<Data>(
    caller: AdCaller,
    kind: AdFileKind,
    fileName: string,
    source: AdFileSource,
  ): Promise<Data> {
    const path = `/file/${kind}/ad/upload/`;
    const common = { advertiser_id: caller.advertiserId, file_name: fileName };
    if ('fileId' in source)
      return this.client.post<Data>(advertiserCaller(caller), path, {
        ...common,
        upload_type: 'UPLOAD_BY_FILE_ID',
        file_id: source.fileId,
      });
    const fields = { ...common, upload_type: 'UPLOAD_BY_FILE', [`${kind}_signature`]: source.md5 };
    return this.client.postForm<Data>(advertiserCaller(caller), path, fields, {
      ...source.file,
      field: `${kind}_file`,
    });
  }

  private async list<Item>(caller: AdCaller, path: string, query: Record<string, unknown>): Promise<Item[]> {
    const asked = { advertiser_id: caller.advertiserId, ...(query as Record<string, string>) };
    const { list } = await this.client.get<{ list?: Item[] | null }>(advertiserCaller(caller), path, asked);
    return Array.isArray(list) ? list : [];
  }
}
