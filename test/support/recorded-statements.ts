import { Client } from 'pg';

type Send = (this: Client, ...args: unknown[]) => unknown;

/** Records the text of each named statement that this process sends, by its name, until `stop`. */
export class StatementRecorder {
  readonly texts = new Map<string, string>();

  private readonly driver = Client.prototype as unknown as { query: Send };
  private readonly send: Send = this.driver.query;

  constructor() {
    const { texts, send } = this;
    this.driver.query = function record(...args) {
      const [statement] = args;
      if (isNamed(statement)) texts.set(statement.name, statement.text);
      return send.apply(this, args);
    };
  }

  stop(): void {
    this.driver.query = this.send;
  }
}

function isNamed(statement: unknown): statement is { name: string; text: string } {
  return (
    typeof statement === 'object' && statement !== null && 'name' in statement && !!statement.name
  );
}
