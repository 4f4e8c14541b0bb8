/** Rows by id and by owner, in the order of their arrival. */
export class Table<T> {
  private readonly rows = new Map<string, T>();
  private readonly byOwner = new Map<string, Map<string, T>>();

  /** @param idOf and @param ownerOf must always return the same value for a row */
  constructor(
    private readonly idOf: (row: T) => string,
    private readonly ownerOf: (row: T) => string = () => '',
  ) {}

  add(row: T): T {
    const owner = this.ownerOf(row);
    this.rows.set(this.idOf(row), row);
    const owned = this.byOwner.get(owner) ?? new Map<string, T>();
    owned.set(this.idOf(row), row);
    this.byOwner.set(owner, owned);
    return row;
  }

  get(id: string): T | undefined {
    return this.rows.get(id);
  }

  /** The row, if that owner has it. */
  getOf(owner: string, id: string): T | undefined {
    return this.byOwner.get(owner)?.get(id);
  }

  of(owner: string): T[] {
    return [...(this.byOwner.get(owner)?.values() ?? [])];
  }

  countOf(owner: string): number {
    return this.byOwner.get(owner)?.size ?? 0;
  }

  all(): T[] {
    return [...this.rows.values()];
  }

  delete(id: string): boolean {
    const row = this.rows.get(id);
    if (row === undefined) return false;
    this.rows.delete(id);
    this.byOwner.get(this.ownerOf(row))?.delete(id);
    return true;
  }

  clear(): void {
    this.rows.clear();
    this.byOwner.clear();
  }
}
