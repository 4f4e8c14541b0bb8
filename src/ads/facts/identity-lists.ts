import { MAX_IDENTITIES, type AdCaller, type AdIdentity, type IdentityApi } from '../../tiktok/index.js';
import { assertWhole } from './whole-list.js';

/** TikTok lists one type at a time, and those of a business center for each of them. */
export interface IdentityKind {
  type: string;
  businessCenterId?: string;
}

/** The identities of an ad account. Each list is asked for once in a check, whichever facts need it. */
export class IdentityLists {
  private readonly lists = new Map<string, Promise<AdIdentity[]>>();

  constructor(
    private readonly api: IdentityApi,
    private readonly caller: AdCaller,
  ) {}

  /**
   * Returns the identities of a kind.
   * @param wanted should be among them
   * @throws CutListError if one is missing in a list that may go on
   */
  async of(kind: IdentityKind, wanted: readonly { id: string }[]): Promise<AdIdentity[]> {
    const listed = await this.list(kind);
    const ids = listed.map(({ identity_id: id }) => ({ id }));
    assertWhole(wanted, ids, `identities of the type ${kind.type}`, MAX_IDENTITIES);
    return listed;
  }

  private async list(kind: IdentityKind): Promise<AdIdentity[]> {
    const key = kindKey(kind);
    const asked = this.lists.get(key) ?? this.api.list(this.caller, kind.type, kind.businessCenterId);
    this.lists.set(key, asked);
    try {
      return await asked;
    } catch (error) {
      // It may be asked again.
      if (this.lists.get(key) === asked) this.lists.delete(key);
      throw error;
    }
  }
}

export function kindKey({ type, businessCenterId }: IdentityKind): string {
  return `${type} ${businessCenterId ?? ''}`;
}

/** Returns each kind once. */
export function kindsOf(identities: readonly IdentityKind[]): IdentityKind[] {
  const kinds = identities.map(({ type, businessCenterId }) => ({
    type,
    ...(businessCenterId !== undefined && { businessCenterId }),
  }));
  return [...new Map(kinds.map((kind) => [kindKey(kind), kind])).values()];
}
