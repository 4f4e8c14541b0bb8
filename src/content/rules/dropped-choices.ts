import { cutText } from '../../common/index.js';
import type { VideoMusicDto } from '../post/post-music.dto.js';
import { POST_OPTIONS, type PostOptions } from '../post/post-options.dto.js';
import { sentFields } from '../post/post-fields.js';
import type { CheckedPost } from './checked-post.js';
import type { PostProblem, PostRule } from './post-problem.js';

/** An option that the user chose for a post. */
interface Choice {
  field: string;
  value: unknown;
  /** The same post with a different value. */
  otherwise: CheckedPost;
}

type OtherField =
  `music.${keyof VideoMusicDto}` | 'caption' | 'privacyLevel' | 'allowComment' | 'allowDuet' | 'allowStitch';

// Whether TikTok receives an option is derived from the request body.
const NAMES: Record<OtherField, string> = {
  caption: 'caption',
  privacyLevel: 'privacy level',
  allowComment: 'comment setting',
  allowDuet: 'duet setting',
  allowStitch: 'stitch setting',
  'music.soundId': 'track',
  'music.volume': 'track volume',
  'music.startMs': 'track start',
  'music.endMs': 'track end',
  'music.originalSoundVolume': 'original sound volume',
};

const LONGEST_VALUE = 100;

/** Warns about options that TikTok does not receive for this kind of post and that would be lost silently. */
export const droppedChoices: PostRule = (post) => {
  const sent = sentFields(post);
  return choicesIn(post)
    .filter(({ otherwise }) => sentFields(otherwise) === sent)
    .filter(({ field }) => !isImplied(post, field))
    .map(({ field, value }) => warning(post, field, value));
};

function choicesIn(post: CheckedPost): Choice[] {
  const { caption, title, privacyLevel, options } = post;
  const all: Choice[] = [
    {
      field: 'caption',
      value: caption === title ? '' : caption,
      otherwise: { ...post, caption: `${caption}.` },
    },
    { field: 'privacyLevel', value: privacyLevel, otherwise: { ...post, privacyLevel: null } },
    ...(['allowComment', 'allowDuet', 'allowStitch'] as const).map((field) => ({
      field,
      value: post[field],
      otherwise: { ...post, [field]: !post[field] },
    })),
    ...Object.entries(options).map(([field, value]) => ({
      field,
      value: field === 'music' ? options.music?.soundId : value,
      otherwise: { ...post, options: { ...options, ...otherOption(options, field) } },
    })),
    ...musicChoices(post),
  ];
  return all.filter(({ value }) => value !== undefined && value !== null && value !== false && value !== '');
}

function otherOption(options: PostOptions, field: string): PostOptions {
  // The switch itself is never sent; the brand options are.
  if (field === 'commercialDisclosure') return { brandOrganic: !options.brandOrganic };
  return { [field]: other(options[field as keyof PostOptions]) };
}

/** Lists the playback options of a track. The track itself is a separate choice. */
function musicChoices(post: CheckedPost): Choice[] {
  const { music } = post.options;
  if (!music) return [];
  const { soundId: _track, ...how } = music;
  return Object.entries(how).map(([name, value]) => ({
    field: `music.${name}`,
    value,
    otherwise: { ...post, options: { ...post.options, music: { ...music, [name]: value + 1 } } },
  }));
}

/** Returns a different value of the same type. */
function other(value: PostOptions[keyof PostOptions]): typeof value {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'string') return `${value}.`;
  if (typeof value === 'object') return { ...value, soundId: `${value.soundId}.` };
  return !value;
}

/** The Business API has no privacy field for videos: all of them are public. */
function isImplied({ route, kind, mode, privacyLevel, options }: CheckedPost, field: string): boolean {
  if (field === 'privacyLevel')
    return (
      route === 'business' && kind === 'video' && mode === 'direct' && privacyLevel === 'PUBLIC_TO_EVERYONE'
    );
  // A switch without a brand option is reported by disclosure-rules.ts.
  return field === 'commercialDisclosure' && !options.brandOrganic && !options.brandedContent;
}

function warning({ kind, mode }: CheckedPost, field: string, value: unknown): PostProblem {
  const name = NAMES[field as OtherField] ?? POST_OPTIONS[field as keyof PostOptions]?.name ?? field;
  const shown =
    typeof value === 'boolean' || typeof value === 'number' ? value : cutText(String(value), LONGEST_VALUE);
  if (mode === 'draft')
    return {
      field,
      rule: 'not_for_drafts',
      value: shown,
      message: `The ${name} will be left out: TikTok does not accept it for ${kind} drafts.`,
      fix: 'Set it in the TikTok app when you post the draft, or post directly.',
    };
  return {
    field,
    rule: kind === 'video' ? 'not_for_videos' : 'not_for_photos',
    value: shown,
    message: `The ${name} will be left out: TikTok does not accept it for ${kind} posts.`,
    fix: `Remove ${field}.`,
  };
}
