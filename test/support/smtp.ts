import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** A mail as it came over the wire. */
export interface TakenMail {
  /** The envelope. */
  from: string;
  to: string[];
  raw: string;
  parsed: Awaited<ReturnType<typeof simpleParser>>;
}

type Step = 'mail' | 'rcpt' | 'data';

/** Says with which status a step is refused; null lets it pass. `cut` ends the connection instead of an answer. */
export type Refusing = (step: Step, address: string) => number | 'cut' | null;

/** A real mail server of this process. */
export class SmtpStage {
  readonly taken: TakenMail[] = [];
  refusing: Refusing = () => null;
  private readonly server: SMTPServer;

  private constructor() {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      onMailFrom: ({ address }, _, done) => done(this.faultOf('mail', address)),
      onRcptTo: ({ address }, _, done) => done(this.faultOf('rcpt', address)),
      onData: (stream, session, done) => {
        const pieces: Buffer[] = [];
        stream.on('data', (piece: Buffer) => pieces.push(piece));
        stream.on('end', () => {
          void this.take(Buffer.concat(pieces), session).then((fault) => done(fault));
        });
      },
    });
    // A client that is gone is no fault of the server.
    this.server.on('error', () => undefined);
  }

  static async open(): Promise<SmtpStage> {
    const stage = new SmtpStage();
    await new Promise<void>((resolve) => stage.server.listen(0, '127.0.0.1', () => resolve()));
    return stage;
  }

  get url(): string {
    const { port } = this.server.server.address() as { port: number };
    return `smtp://127.0.0.1:${port}`;
  }

  to(address: string): TakenMail[] {
    return this.taken.filter(({ to }) => to.includes(address));
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private async take(bytes: Buffer, session: SMTPServerSession): Promise<Error | null> {
    const { mailFrom, rcptTo } = session.envelope;
    const to = rcptTo.map(({ address }) => address);
    const refused = this.refusing('data', to[0]);
    if (typeof refused === 'number') return answering(refused);
    const from = mailFrom ? mailFrom.address : '';
    const raw = bytes.toString('latin1');
    this.taken.push({ from, to, raw, parsed: await simpleParser(bytes) });
    if (refused === 'cut') for (const one of this.server.connections) one.close();
    return null;
  }

  private faultOf(step: Step, address: string): Error | null {
    const refused = this.refusing(step, address);
    return typeof refused === 'number' ? answering(refused) : null;
  }
}

function answering(responseCode: number): Error {
  return Object.assign(new Error('not now, said the server of <somebody@example.org>'), {
    responseCode,
  });
}
