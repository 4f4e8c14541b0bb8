import { Injectable } from '@nestjs/common';
import {
  IdentityApi,
  isTransient,
  MAX_SPARK_POSTS,
  SparkApi,
  TikTokApiError,
  type AdCaller,
} from '../../../tiktok/index.js';
import { postKey, type PostFact } from '../../rules/rule-context.js';
import { sparkFacts } from '../../spark/spark-facts.js';
import { fieldsOf, type FactQuestion, type FactReader, type FoundFacts } from '../fact-reader.js';
import type { NamedPost, NamedThings } from '../named-things.js';
import { assertWhole } from '../whole-list.js';

const AUTHORIZED = 'AUTHORIZED';
// 40002: a value is wrong. 40007: it does not exist.
const NOT_THERE = new Set(['40002', '40007']);

/** Reads the permission to show posts (Spark): the codes of creators, and the posts of identities. */
@Injectable()
export class PostFacts implements FactReader {
  constructor(
    private readonly spark: SparkApi,
    private readonly identities: IdentityApi,
  ) {}

  fields({ posts }: NamedThings): string[] {
    return fieldsOf(posts);
  }

  async read({ caller, things }: FactQuestion): Promise<FoundFacts> {
    const byCode = things.posts.filter(isCode);
    const own = things.posts.filter((post) => !isCode(post) && post.identity.type !== 'CUSTOMIZED_USER');
    const [codes, owned] = await Promise.all([
      byCode.length > 0 ? this.ofCodes(caller, byCode) : [],
      Promise.all(own.map((post) => this.ofIdentity(caller, post))),
    ]);
    return { facts: { posts: new Map([...codes, ...owned]) } };
  }

  private async ofCodes(
    caller: AdCaller,
    wanted: readonly NamedPost[],
  ): Promise<[string, PostFact | null][]> {
    const listed = (await this.spark.list(caller)).map(sparkFacts);
    const ids = listed.map(({ itemId }) => ({ id: itemId ?? '' }));
    assertWhole(wanted, ids, 'authorised posts', MAX_SPARK_POSTS);
    return wanted.map(({ id, identity }) => {
      const one = listed.find(({ itemId }) => itemId === id);
      return [postKey(id, identity), one ? toFact(one) : null];
    });
  }

  private async ofIdentity(
    caller: AdCaller,
    { id, identity }: NamedPost,
  ): Promise<[string, PostFact | null]> {
    const key = postKey(id, identity);
    try {
      const post = await this.identities.post(caller, identity, id);
      return [key, post ? { until: null, ended: null } : null];
    } catch (error) {
      if (error instanceof TikTokApiError && !isTransient(error) && NOT_THERE.has(error.code))
        return [key, null];
      throw error;
    }
  }
}

function isCode({ identity }: NamedPost): boolean {
  return identity.type === 'AUTH_CODE';
}

function toFact({ details, authorizedUntil }: ReturnType<typeof sparkFacts>): PostFact {
  const status = details?.authStatus ?? AUTHORIZED;
  return { until: authorizedUntil, ended: status === AUTHORIZED ? null : status };
}
