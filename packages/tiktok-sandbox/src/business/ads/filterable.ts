/** What the filters of all three lists look at. */
export interface Filterable {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  readonly modifiedAt: number;
  readonly campaignId: string;
  readonly adgroupId?: string;
  readonly fields: Readonly<Record<string, unknown>>;
}
