import { IsFlag, PageQuery } from '../../common/index.js';

export class NotificationsQuery extends PageQuery {
  /**
   * If true, the list has unread notifications only.
   * @default false
   */
  @IsFlag()
  unread?: boolean;
}
