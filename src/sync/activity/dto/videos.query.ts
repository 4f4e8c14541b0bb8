import { IsFlag, PageQuery } from '../../../common/index.js';

export class VideosQuery extends PageQuery {
  /**
   * If true, the list includes videos that are deleted or no longer public on TikTok.
   * @default false
   */
  @IsFlag()
  includeGone?: boolean;
}
