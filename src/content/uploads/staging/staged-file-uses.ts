import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Returns those of the names that a table still needs. Runs as system work. */
export type UsesOf = (em: EntityManager, names: string[]) => Promise<string[]>;

/** Other modules that keep files in the staging store. Their files are removed only once they no longer need them. */
@Injectable()
export class StagedFileUses {
  private readonly uses: UsesOf[] = [];

  register(uses: UsesOf): void {
    this.uses.push(uses);
  }

  async among(em: EntityManager, names: string[]): Promise<string[]> {
    const found: string[] = [];
    for (const uses of this.uses) found.push(...(await uses(em, names)));
    return found;
  }
}
