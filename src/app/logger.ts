import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, pino } from 'pino';
import { redacted } from '../text/plain/redacted.js';

/**
 * The framework's logger on pino: one JSON line per entry. It is never passed bodies, tokens or
 * addresses of readers, and quotes of them in errors are removed.
 * @param to the standard output by default
 */
export function serviceLogger(level: string, to?: DestinationStream): LoggerService {
  const options = { level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime };
  const logger = to ? pino(options, to) : pino(options);
  const at =
    (write: (logger: Logger, fields: object, text: string) => void) =>
    (message: unknown, ...rest: unknown[]) => {
      const context = rest.at(-1);
      write(logger, typeof context === 'string' ? { context } : {}, redacted(textOf(message)));
    };
  return {
    // The progress messages of the framework are of no use to operators.
    log: at((to, fields, text) => to.debug(fields, text)),
    warn: at((to, fields, text) => to.warn(fields, text)),
    error: at((to, fields, text) => to.error(fields, text)),
    debug: at((to, fields, text) => to.debug(fields, text)),
    verbose: at((to, fields, text) => to.trace(fields, text)),
    fatal: at((to, fields, text) => to.fatal(fields, text)),
  };
}

function textOf(message: unknown): string {
  if (message instanceof Error) return message.stack ?? message.message;
  return typeof message === 'string' ? message : JSON.stringify(message);
}
