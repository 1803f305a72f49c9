import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import { toProblem } from '../problems/problem.js';
import type { LiveSocket } from './live-socket.js';
import { SocketBounds } from './socket-bounds.js';

type Acknowledge = (answer: unknown) => void;

/**
 * Every error of a socket message becomes `{ ok: false, problem }` in its ack, or a `problem`
 * message where none was asked for. The framework's own filter would echo what was sent and leave
 * the caller without an ack.
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
    const client = host.switchToWs().getClient<LiveSocket>();
    if (problem.status < 500) this.bounds.refuse(client);
    const acknowledge = host.getArgs().find((arg): arg is Acknowledge => typeof arg === 'function');
    if (acknowledge) acknowledge({ ok: false, problem });
    else client.emit('problem', problem);
  }
}
