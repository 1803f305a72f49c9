import { Param } from '@nestjs/common';
import type { DomainError } from '../problems/domain-error.js';
import { isUuid } from '../text/plain/uuid.js';

/**
 * An id in the path, in lower case. A text that is no UUID is refused without a database query.
 * @param Missing the error for it, the same as for an unknown id
 */
export const Id = (Missing: new () => DomainError): ParameterDecorator =>
  Param('id', {
    transform: (value: string): string => {
      if (!isUuid(value)) throw new Missing();
      return value.toLowerCase();
    },
  });
