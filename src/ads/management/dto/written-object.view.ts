import { UncheckedFieldView } from '../../facts/dto/checked-launch.view.js';
import { AdObjectDetailView } from './ad-object.view.js';
import { DifferenceView } from './change.view.js';

/** An object after it was created or changed. */
export class WrittenObjectView {
  /** @example "1800000000000000001" */
  id: string;

  /**
   * The entry in the list of changes.
   * @format uuid
   */
  changeId: string;

  /** True if TikTok's answer was lost and the object was found afterwards. */
  adopted: boolean;

  /** Where TikTok's object differs from what was sent. Null: TikTok could not be asked, so it was not compared. */
  differences: DifferenceView[] | null;

  /** The object as TikTok has it. Null: TikTok could not be asked. */
  object: AdObjectDetailView | null;

  /** What could not be checked before it was sent. Empty: everything was. */
  unchecked: UncheckedFieldView[];
}
