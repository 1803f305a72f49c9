import { TOTP } from 'otpauth';
import type { Accounts } from './accounts.js';
import type { SignedIn } from './people.js';
import { type AnswerLike, expectProblem } from './problems.js';

/** An authenticator app that generates codes, as on a phone. */
export class CodeApp {
  recoveryCodes: string[] = [];
  /** The code that confirmed the setup. */
  firstCode = '';

  constructor(readonly secret: string) {}

  /** @param steps from the current half minute; codes of its neighbours are valid, too */
  code(steps = 0): string {
    const timestamp = Date.now() + steps * 30_000;
    return new TOTP({ secret: this.secret }).generate({ timestamp });
  }

  /** Six digits that are invalid in all three steps. */
  wrongCode(): string {
    const right = [-2, -1, 0, 1, 2].map((steps) => this.code(steps));
    return ['000000', '111111', '222222', '333333', '444444', '555555'].find(
      (code) => !right.includes(code),
    )!;
  }
}

export function expectRefused(
  answer: AnswerLike,
  status: number,
  slug: string,
  pointer?: string,
): void {
  const { errors } = expectProblem(answer, status, { slug });
  expect(errors?.[0].pointer).toBe(pointer);
}

/** Accounts that sign in with two factors. */
export class TwoSteps {
  constructor(private readonly accounts: Accounts) {}

  readonly call = ({ accessToken }: SignedIn, path: string, body: object = {}) =>
    this.accounts.post(`totp/${path}`, body).set(...this.accounts.bearer(accessToken));

  readonly find = async ({ accessToken }: SignedIn) => {
    const asked = this.accounts.service.request.get('/api/v1/auth/factors');
    return (await asked.set(...this.accounts.bearer(accessToken)).expect(200)).body;
  };

  /** Turns codes on for an account that has just signed in. */
  readonly enrol = async (member: SignedIn): Promise<CodeApp> => {
    const app = new CodeApp((await this.call(member, 'begin').expect(200)).body.secret);
    app.firstCode = app.code();
    const { body } = await this.call(member, 'confirm', { code: app.firstCode }).expect(200);
    app.recoveryCodes = body.recoveryCodes;
    return app;
  };

  /** The first step: the password. @returns the challenge */
  readonly begin = async ({ user }: SignedIn, password: string): Promise<string> => {
    const login = { login: user.username, password };
    return (await this.accounts.post('login', login).expect(403)).body.challenge;
  };

  /** Makes used codes valid once more. */
  readonly forgetSteps = ({ user }: SignedIn) =>
    this.accounts.database.query('update totp_factors set last_step = 0 where user_id = $1', [
      user.id,
    ]);
}
