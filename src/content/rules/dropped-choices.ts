import { cutText } from '../../common/index.js';
import type { PostMusic, PostOptions } from '../post/post-options.js';
import { sentFields } from '../post/post-fields.js';
import type { CheckedPost } from './checked-post.js';
import type { PostProblem, PostRule } from './post-problem.js';

/** A choice that a person has made for a post. */
interface Choice {
  field: string;
  value: unknown;
  /** The post with another choice in its place. */
  otherwise: CheckedPost;
}

type Field =
  | keyof PostOptions
  | `music.${keyof PostMusic}`
  | 'caption'
  | 'privacyLevel'
  | 'allowComment'
  | 'allowDuet'
  | 'allowStitch';

// A new option needs a name here; whether a post carries it follows from what is sent.
const NAMES: Record<Field, string> = {
  caption: 'caption',
  privacyLevel: 'privacy level',
  allowComment: 'setting for comments',
  allowDuet: 'setting for duets',
  allowStitch: 'setting for stitches',
  commercialDisclosure: 'disclosure of promotion',
  brandOrganic: 'label for your brand',
  brandedContent: 'label for branded content',
  aiGenerated: 'label for AI-generated content',
  coverTimestampMs: 'frame as its cover',
  coverIndex: 'photo as its cover',
  photoTitle: 'title',
  autoAddMusic: 'automatic music',
  music: 'track',
  'music.soundId': 'track',
  'music.volume': 'volume of the track',
  'music.startMs': 'beginning of the track',
  'music.endMs': 'end of the track',
  'music.originalSoundVolume': 'volume of its own sound',
};

const LONGEST_VALUE = 100;

/** Choices that TikTok is not told of for such a post: without a word they would be lost. */
export const droppedChoices: PostRule = (post) => {
  const told = sentFields(post);
  return choicesIn(post)
    .filter(({ otherwise }) => sentFields(otherwise) === told)
    .filter(({ field }) => !isMeantAnyway(post, field))
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
  // The switch is not sent itself: what it stands for is.
  if (field === 'commercialDisclosure') return { brandOrganic: !options.brandOrganic };
  return { [field]: other(options[field as keyof PostOptions]) };
}

/** How a track is to be played; that there is one is a choice of its own. */
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

/** Any other value of the same kind. */
function other(value: PostOptions[keyof PostOptions]): typeof value {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'string') return `${value}.`;
  if (typeof value === 'object') return { ...value, soundId: `${value.soundId}.` };
  return !value;
}

/** The Business API has no field for who sees a video, since all of them are public. */
function isMeantAnyway({ route, kind, mode, privacyLevel, options }: CheckedPost, field: string): boolean {
  if (field === 'privacyLevel')
    return (
      route === 'business' && kind === 'video' && mode === 'direct' && privacyLevel === 'PUBLIC_TO_EVERYONE'
    );
  // A switch that is on for nothing has a problem of its own.
  return field === 'commercialDisclosure' && !options.brandOrganic && !options.brandedContent;
}

function warning({ kind, mode }: CheckedPost, field: string, value: unknown): PostProblem {
  const posts = kind === 'video' ? 'videos' : 'photos';
  const name = NAMES[field as Field] ?? field;
  const shown =
    typeof value === 'boolean' || typeof value === 'number' ? value : cutText(String(value), LONGEST_VALUE);
  if (mode === 'draft')
    return {
      field,
      rule: 'not_for_drafts',
      value: shown,
      message: `TikTok takes no ${name} with drafts of ${posts}: it will be left out.`,
      fix: 'Choose it in the TikTok app when you post the draft, or post directly.',
    };
  return {
    field,
    rule: kind === 'video' ? 'not_for_videos' : 'not_for_photos',
    value: shown,
    message: `TikTok takes no ${name} with ${posts}: it will be left out.`,
    fix: `Leave ${field} out.`,
  };
}
