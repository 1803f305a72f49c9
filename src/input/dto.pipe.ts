import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { InvalidInput } from '../problems/general.errors.js';
import { type Dto, readDto } from './field.js';
import { isObject } from './fields.js';

/**
 * Converts each body and query to its DTO. Refuses unknown fields, and reports a pointer to each
 * fault.
 */
@Injectable()
export class DtoPipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if (type !== 'body' && type !== 'query') return value;
    if (!isObject(value)) throw InvalidInput.at('', 'Send a JSON object.');
    // A parameter that a handler takes unchanged has no class of its own.
    if (metatype === undefined || metatype === Object) return value;
    return readDto(metatype as Dto, value, type === 'query' ? '?' : '/');
  }
}
