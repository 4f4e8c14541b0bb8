import type { BusinessEndpoint } from '../wire/endpoint.js';
import { commentImageUpload } from './comment-image.endpoint.js';
import { commentList, replyList } from './comment-list.endpoints.js';
import {
  commentCreate,
  commentDelete,
  commentHide,
  commentLike,
  replyCreate,
} from './comment-write.endpoints.js';
import { publishLocation } from './location.endpoint.js';
import { businessGet } from './profile.endpoint.js';
import { PROPERTY_ENDPOINTS } from './property.endpoints.js';
import { photoPublish, publishStatus, videoPublish } from './publish.endpoints.js';
import { businessVideoList, businessVideosList } from './video-list.endpoint.js';
import { businessVideoSettings } from './video-settings.endpoint.js';

export const ACCOUNT_ENDPOINTS: readonly BusinessEndpoint[] = [
  businessGet,
  businessVideoList,
  businessVideosList,
  businessVideoSettings,
  videoPublish,
  photoPublish,
  publishStatus,
  publishLocation,
  ...PROPERTY_ENDPOINTS,
  commentList,
  replyList,
  commentCreate,
  replyCreate,
  commentHide,
  commentLike,
  commentDelete,
  commentImageUpload,
];
