import { Client } from 'pg';

type Send = (this: Client, ...args: unknown[]) => unknown;

/** Records the text of each named statement that this process sends, by its name, until `stop`. */
export class StatementRecorder {
  readonly texts = new Map<string, string>();
  /** Every statement with values, in order. */
  private readonly sent: { text: string; values: string }[] = [];

  private readonly driver = Client.prototype as unknown as { query: Send };
  private readonly send: Send = this.driver.query;

  constructor() {
    const { texts, sent, send } = this;
    this.driver.query = function record(...args) {
      const [statement, values] = args;
      sent.push(sentOf(statement, values));
      if (isNamed(statement)) texts.set(statement.name, statement.text);
      return send.apply(this, args);
    };
  }

  /** The statements with an id among their values, in order. */
  about(id: string): string[] {
    return this.sent.filter(({ values }) => values.includes(id)).map(({ text }) => text);
  }

  stop(): void {
    this.driver.query = this.send;
  }
}

function sentOf(statement: unknown, values: unknown): { text: string; values: string } {
  if (typeof statement === 'string')
    return { text: statement, values: JSON.stringify(values ?? []) };
  const { text = '', values: own = [] } = (statement ?? {}) as { text?: string; values?: unknown };
  return { text, values: JSON.stringify(own) };
}

function isNamed(statement: unknown): statement is { name: string; text: string } {
  return (
    typeof statement === 'object' && statement !== null && 'name' in statement && !!statement.name
  );
}
