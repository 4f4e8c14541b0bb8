import type { PostRule } from './post-problem.js';

/** The open API has no field that names a track. */
export const musicRules: PostRule = ({ route, mode, options }) => {
  if (!options.music || route === 'business' || mode === 'draft') return [];
  return [
    {
      field: 'music',
      rule: 'music_needs_business_account',
      value: options.music.soundId,
      message: 'A track can be chosen only for accounts that publish through the Business API.',
      fix: 'Leave the music out, or connect the account with the permission to publish there.',
    },
  ];
};
