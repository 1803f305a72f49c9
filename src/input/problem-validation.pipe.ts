import { type ArgumentMetadata, Injectable, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import type { FieldFault } from '../problems/domain-error.js';
import { InvalidInput } from '../problems/general.errors.js';
import { lookQuickly } from './quick-look.js';

/** Carries the raw findings out of the base class, which knows nothing of where the value came from. */
class Findings extends Error {
  constructor(readonly errors: ValidationError[]) {
    super();
  }
}

/** Validates every DTO; refuses unknown fields; answers with a pointer to each fault. */
@Injectable()
export class ProblemValidationPipe extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      stopAtFirstError: true,
      validationError: { target: false, value: false },
      exceptionFactory: (errors) => new Findings(errors),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (
      metadata.type === 'body' &&
      (typeof value !== 'object' || value === null || Array.isArray(value))
    ) {
      throw InvalidInput.at('', 'Send a JSON object.');
    }
    const good =
      metadata.type === 'body' &&
      metadata.metatype &&
      lookQuickly(metadata.metatype, value as object);
    if (good) return good;
    try {
      return await super.transform(value, metadata);
    } catch (error) {
      if (!(error instanceof Findings)) throw error;
      const faults = error.errors.flatMap((found) =>
        flatten(found, metadata.type === 'query' ? '?' : '/'),
      );
      throw new InvalidInput(faults);
    }
  }
}

function flatten(error: ValidationError, prefix: string): FieldFault[] {
  const pointer = prefix + safeName(error.property);
  const nested = (error.children ?? []).flatMap((child) => flatten(child, `${pointer}/`));
  const own = Object.entries(error.constraints ?? {}).map(([rule, detail]) => ({
    pointer,
    detail: rule === 'whitelistValidation' ? 'This field is not known here.' : sentence(detail),
  }));
  return [...own.slice(0, 1), ...nested];
}

/** An answer never repeats what was sent: a name that is no plain word stays away. */
function safeName(property: string): string {
  return /^\w{1,64}$/.test(property) ? property : '';
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text[0]?.toUpperCase()}${text.slice(1)}.`;
}
