/** Comments on ads that contain it are hidden. */
export interface BlockedWord {
  readonly id: string;
  readonly advertiserId: string;
  readonly word: string;
}
