import type { PublicationFacts } from '../../../content/index.js';
import { publicationKey, type PublicationFact } from '../../rules/rule-context.js';
import type { AdDto } from '../../spec/ad.dto.js';
import type { LaunchBody } from '../../spec/launch-body.dto.js';
import type { Unchecked } from '../fact-reader.js';
import {
  asPost,
  factsFor,
  fileFact,
  isOfPublication,
  type PublicationAd,
  type PublicationChoice,
} from './publication-choice.js';

/** A body whose publications are decided as far as TikTok has answered. */
export interface DecidedPublications {
  /** With posts in the place of publications that are advertised as such. */
  body: LaunchBody;
  /** The publications whose files are uploaded, by id. */
  publications: ReadonlyMap<string, PublicationFact>;
  /** Those that become a post or an upload, by `publicationKey`. */
  openPublications: ReadonlySet<string>;
  open: Unchecked[];
}

/** Applies a choice to each publication of a body. */
export function withChoices(
  body: LaunchBody,
  publications: ReadonlyMap<string, PublicationFacts>,
  choose: (ad: PublicationAd) => PublicationChoice,
): DecidedPublications {
  const files = new Map<string, PublicationFact>();
  const openPublications = new Set<string>();
  const open: Unchecked[] = [];
  const decide = (ad: AdDto, path: string): AdDto => {
    const id = isOfPublication(ad) ? ad.creative.publicationId : undefined;
    if (id === undefined) return ad;
    const facts = factsFor(ad, { publications });
    const choice = choose(ad);
    if (choice === 'post' && facts) return { ...ad, creative: asPost(ad.creative, facts) };
    if (typeof choice === 'object') {
      openPublications.add(publicationKey(id, ad.identity));
      open.push({ field: `${path}.creative.publicationId`, reason: choice.open });
    } else files.set(id, fileFact(facts));
    return ad;
  };
  const adGroups = body.adGroups.map((group, at) => ({
    ...group,
    ads: group.ads.map((ad, index) => decide(ad, `adGroups[${at}].ads[${index}]`)),
  }));
  return { body: { ...body, adGroups }, publications: files, openPublications, open };
}
