import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import { toProblem } from './problem.js';

type Acknowledge = (answer: unknown) => void;

/**
 * Every error of a socket message becomes `{ ok: false, problem }` in its ack, or a `problem`
 * message where none was asked for. The framework's own filter would echo what was sent and leave
 * the caller without an ack.
 */
@Catch()
export class WsProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problems');

  catch(error: unknown, host: ArgumentsHost): void {
    const problem = toProblem(error);
    if (problem.status === 500) {
      this.logger.error(error instanceof Error ? error.stack : String(error));
    }
    const acknowledge = host.getArgs().find((arg): arg is Acknowledge => typeof arg === 'function');
    if (acknowledge) acknowledge({ ok: false, problem });
    else
      host
        .switchToWs()
        .getClient<{ emit: (...args: unknown[]) => void }>()
        .emit('problem', problem);
  }
}
