import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import { toProblem } from '../problems/problem.js';
import { SocketBounds } from './socket-bounds.js';

/**
 * Converts every error of a socket message to a problem. The framework's own filter would echo the
 * message, and would not call the acknowledgement.
 */
@Catch()
export class LiveProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problems');

  constructor(private readonly bounds: SocketBounds) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const problem = toProblem(error);
    if (problem.status === 500) {
      this.logger.error(error instanceof Error ? error.stack : String(error));
    }
    this.bounds.refuse(host.switchToWs().getClient(), host.getArgs(), problem);
  }
}
