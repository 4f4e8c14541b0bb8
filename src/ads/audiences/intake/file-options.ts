import { InvalidInputError } from '../../../common/index.js';
import type { AudienceFileQuery } from '../dto/audience-file.query.js';
import type { Audience } from '../audience.entity.js';
import type { ColumnKind } from '../pipeline/column-names.js';
import { isPhoneCountry } from '../pipeline/phone.js';
import { IDENTIFIER_KINDS } from '../pipeline/identifier-kind.js';
import type { FileOptions } from '../pipeline/identifier-file.js';

const COLUMN_KINDS: readonly ColumnKind[] = [...IDENTIFIER_KINDS, 'country'];
const DELIMITERS = { comma: ',', semicolon: ';', tab: '\t' } as const;

/** How a file for this audience is read. @throws InvalidInputError for a country without phone numbers */
export function fileOptions(audience: Audience, query: AudienceFileQuery): FileOptions {
  const { defaultCountry, header, delimiter, format } = query;
  if (defaultCountry !== undefined && !isPhoneCountry(defaultCountry)) {
    const message = `${defaultCountry} is not a country with phone numbers; send an ISO 3166 code such as DE`;
    throw new InvalidInputError(`defaultCountry: ${message}.`, [{ field: 'defaultCountry', message }]);
  }
  return {
    policy: audience.policy,
    defaultCountry,
    hasHeader: header,
    delimiter: delimiter && DELIMITERS[delimiter],
    format,
    columns: COLUMN_KINDS.flatMap((kind) => {
      const column = query[kind];
      return column === undefined ? [] : [{ kind, column }];
    }),
  };
}
