import { privacyOptions } from '../../accounts/account.js';
import { accountEndpoint } from '../wire/endpoint.js';

export const businessVideoSettings = accountEndpoint({
  method: 'GET',
  path: '/business/video/settings/',
  scopes: ['video.publish'],
  handle({ account }) {
    const { settings } = account;
    return {
      privacy_level_options: privacyOptions(account),
      comment_disabled: settings.commentDisabled,
      duet_disabled: settings.duetDisabled || settings.private,
      stitch_disabled: settings.stitchDisabled || settings.private,
      max_video_post_duration_sec: settings.maxVideoSeconds,
    };
  },
});
