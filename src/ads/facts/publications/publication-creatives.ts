import { Injectable } from '@nestjs/common';
import { PublicationFiles, type PublicationFacts } from '../../../content/index.js';
import { IntegrationsService } from '../../../integrations/index.js';
import type { AdIdentity } from '../../../tiktok/index.js';
import type { LaunchBody } from '../../spec/launch-body.dto.js';
import { kindKey, kindsOf, type IdentityLists } from '../identity-lists.js';
import { patiently, reasonOf } from '../patiently.js';
import { withChoices, type DecidedPublications } from './decided-publications.js';
import { choiceFor, factsFor, isOfPublication, ownsPosts, type PublicationAd } from './publication-choice.js';

/** Decides what becomes of the publications that a body names. TikTok is asked no more than it needs. */
@Injectable()
export class PublicationCreatives {
  constructor(
    private readonly files: PublicationFiles,
    private readonly integrations: IntegrationsService,
  ) {}

  /** What TikTok does not answer leaves a publication open. @param body without nulls */
  async decide(body: LaunchBody, identities: IdentityLists): Promise<DecidedPublications> {
    const ads = adsOf(body);
    const publications = await this.read(ads);
    const asked = ads.filter((ad) => ownsPosts(ad.identity) && factsFor(ad, { publications })?.postId);
    const usernames = asked.length > 0 ? await this.usernames() : new Map<string, string>();
    const known = { publications, usernames, identities: await listed(asked, identities) };
    return withChoices(body, publications, (ad) => choiceFor(ad, known));
  }

  /** Keeps a decision that was made before: the files of what is still a publication are uploaded. */
  async asFiles(body: LaunchBody): Promise<DecidedPublications> {
    return withChoices(body, await this.read(adsOf(body)), () => 'files');
  }

  private async read(ads: readonly PublicationAd[]): Promise<Map<string, PublicationFacts>> {
    const publications = new Map<string, PublicationFacts>();
    for (const id of new Set(ads.flatMap(({ creative }) => creative.publicationId ?? []))) {
      const facts = await this.files.facts(id);
      if (facts) publications.set(id, facts);
    }
    return publications;
  }

  private async usernames(): Promise<Map<string, string>> {
    const active = await this.integrations.active();
    return new Map(active.map(({ id, username }) => [id, username ?? '']));
  }
}

function adsOf({ adGroups }: LaunchBody): PublicationAd[] {
  return adGroups.flatMap((group) => group.ads).filter(isOfPublication);
}

/** Lists the identities of every kind that the ads name. */
async function listed(
  ads: readonly PublicationAd[],
  lists: IdentityLists,
): Promise<Map<string, AdIdentity[] | string>> {
  const identities = ads.map(({ identity }) => identity);
  const answers = kindsOf(identities).map(async (kind): Promise<[string, AdIdentity[] | string]> => {
    const wanted = identities.filter((one) => kindKey(one) === kindKey(kind));
    try {
      return [kindKey(kind), await patiently(() => lists.of(kind, wanted))];
    } catch (error) {
      return [kindKey(kind), reasonOf(error)];
    }
  });
  return new Map(await Promise.all(answers));
}
