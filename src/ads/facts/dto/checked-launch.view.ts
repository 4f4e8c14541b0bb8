import { AdsValidationView } from '../../rules/dto/validation.view.js';
import type { Unchecked } from '../fact-reader.js';

/** A field whose value may be right or wrong. */
export class UncheckedFieldView implements Unchecked {
  /**
   * The field of the request.
   * @example adGroups[0].pixelId
   */
  field: string;

  /** Why it could not be checked, e.g. because TikTok did not answer. It refuses nothing. */
  reason: string;
}

export class CheckedLaunchView extends AdsValidationView {
  /** What could not be checked against the ad account. Empty: everything was. */
  unchecked: UncheckedFieldView[];
}
