import type { PostRule } from './post-problem.js';

/** Rejects a track at the open API, which has no field for one. */
export const musicRules: PostRule = ({ route, mode, options }) => {
  if (!options.music || route === 'business' || mode === 'draft') return [];
  return [
    {
      field: 'music',
      rule: 'music_needs_business_account',
      value: options.music.soundId,
      message: 'Only accounts that publish through the Business API can choose a track.',
      fix: 'Remove the music, or reconnect the account with permission to publish through the Business API.',
    },
  ];
};
