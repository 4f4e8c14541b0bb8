import { when } from './complaint.js';
import type { CampaignRule } from './site.js';
import { objectiveRow, OBJECTIVE_TABLE, RETIRED_OBJECTIVES } from './tables/objective-table.js';

/** Checks the objective, and the campaign's options that belong to one objective. */
export const objectiveRules: CampaignRule = ({ campaign, context: { driver } }) => {
  const { objective, appPromotionType, catalogEnabled, productSource } = campaign;
  const row = objectiveRow(objective);
  const known = OBJECTIVE_TABLE.filter(({ drivers }) => drivers.includes(driver));
  const list = known.map((one) => one.objective).join(', ');
  const successor = RETIRED_OBJECTIVES.get(objective);
  if (!row)
    return when(
      true,
      'objective',
      'objective_not_supported',
      `The service cannot create campaigns with the objective ${objective}. Use one of ${list}.`,
      successor ?? known[0]?.objective,
    );
  return [
    ...when(
      !row.drivers.includes(driver),
      'objective',
      'objective_not_for_driver',
      `Upgraded Smart+ does not create ${objective} campaigns. Use one of ${list}.`,
      known[0]?.objective,
    ),
    ...when(
      appPromotionType !== undefined && objective !== 'APP_PROMOTION',
      'appPromotionType',
      'app_option_not_for_objective',
      `appPromotionType belongs to APP_PROMOTION, not to ${objective}. Leave it out.`,
      null,
    ),
    ...when(
      catalogEnabled === true && (objective !== 'WEB_CONVERSIONS' || driver !== 'us_plus'),
      'catalogEnabled',
      'catalog_not_available',
      'Only WEB_CONVERSIONS campaigns of Upgraded Smart+ sell a catalog in this way. Leave catalogEnabled out.',
      null,
    ),
    ...when(
      objective === 'PRODUCT_SALES' && productSource === undefined,
      'productSource',
      'product_source_missing',
      'PRODUCT_SALES needs the source of the products: CATALOG or STORE.',
      'CATALOG',
    ),
    ...when(
      objective !== 'PRODUCT_SALES' && productSource !== undefined,
      'productSource',
      'product_source_not_allowed',
      `productSource belongs to PRODUCT_SALES, not to ${objective}. Leave it out.`,
      null,
    ),
  ];
};
