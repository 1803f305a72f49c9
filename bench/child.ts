import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A child process that answers one question at a time. */
export interface Child {
  readonly pid: number;
  ask<Answer>(question: unknown): Promise<Answer>;
  end(): Promise<void>;
}

/** @param module relative to the caller: `new URL('./x.js', import.meta.url)` */
export function startChild(module: URL): Child {
  const child = fork(fileURLToPath(module), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  let asked = false;
  return {
    pid: child.pid!,
    ask: async <Answer>(question: unknown) => {
      // Answers have no id, so two concurrent questions would get mixed up.
      if (asked) throw new Error('A process of the benchmark was asked while it had work.');
      asked = true;
      child.send(question as object);
      return answerOf<Answer>(child).finally(() => (asked = false));
    },
    end: async () => {
      const exit = once(child, 'exit');
      if (child.exitCode === null && child.signalCode === null && child.kill()) await exit;
    },
  };
}

function answerOf<Answer>(child: ChildProcess): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error('A process of the benchmark ended before it answered.'));
    child.once('exit', fail);
    child.once('message', (message) => {
      child.off('exit', fail);
      const { answer, fault } = message as { answer?: Answer; fault?: string };
      if (fault === undefined) resolve(answer as Answer);
      else reject(new Error(fault));
    });
  });
}

/** The child's side of `startChild`. */
export function answerQuestions<Question>(answer: (question: Question) => Promise<unknown>): void {
  process.on('message', (question) => {
    answer(question as Question).then(
      (result) => process.send!({ answer: result }),
      (error: unknown) => process.send!({ fault: String((error as Error)?.stack ?? error) }),
    );
  });
  // The parent has ended.
  process.on('disconnect', () => process.exit(0));
}
