import { Param } from '@nestjs/common';
import type { DomainError } from '../problems/domain-error.js';
import { isUuid } from '../text/plain/uuid.js';

/**
 * An id in the path, in lower case. A text that is no UUID names nothing and never reaches the database.
 * @param Missing the error for it, the same as for an id of nothing
 */
export const Id = (Missing: new () => DomainError): ParameterDecorator =>
  Param('id', {
    transform: (value: string): string => {
      if (!isUuid(value)) throw new Missing();
      return value.toLowerCase();
    },
  });
