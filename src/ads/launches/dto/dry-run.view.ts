import { UncheckedFieldView } from '../../facts/dto/checked-launch.view.js';
import type { LaunchStatus, StepKind } from '../launch-states.js';

export class PlannedStepView {
  key: string;
  /** What the step does. */
  kind: StepKind;
  name: string;
}

/** One thing that TikTok would refuse. */
export class LaunchComplaintView {
  /** @example "adGroups[0].bid.amount" */
  field: string;

  /** A stable name of the rule. */
  rule: string;

  /** What is wrong, and what would pass. */
  message: string;

  /** The value that would pass. Null: leave the field out. Absent if only you can know it. */
  suggestion?: string | number | boolean | null;
}

export class LargestDailySpendView {
  /** Null: a budget is missing. */
  amount: string | null;

  currency: string | null;

  /** @example "At most USD 62.50 on one day, and USD 50.00 a day on average" */
  words: string;
}

/** What a launch would do. Nothing was created or stored. */
export class DryRunView {
  /** Always null: nothing is stored. */
  launchId: string | null;

  /** The status with which the launch would start. */
  status: LaunchStatus;

  /** How TikTok would manage the campaign. Null: the objective can no longer be created. */
  family: 'us_plus' | 'manual' | null;

  plan: PlannedStepView[];

  /** Empty if the launch may start. */
  complaints: LaunchComplaintView[];

  /** What could not be checked against the ad account. The launch may start all the same. */
  unchecked: UncheckedFieldView[];

  largestDailySpend: LargestDailySpendView;

  /** True if another user has to approve the launch. */
  needsApproval: boolean;
}
