/** Counters, or what they gained. Null: not known. It is never zero. */
export class CountsView {
  /** @asType integer */
  views: number | null;

  /** @asType integer */
  likes: number | null;

  /** @asType integer */
  comments: number | null;

  /** @asType integer */
  shares: number | null;
}
