import {
  BadRequestException,
  HttpException,
  InternalServerErrorException,
  ServiceUnavailableException,
} from '@nestjs/common';
import { DomainError } from './domain-error.js';
import { InvalidInput, TemporarilyUnavailable } from './general.errors.js';
import { retryAfter, statusProblem, toProblem } from './problem.js';

const ID = '0b9d7f0e-5f0c-4b0e-9a53-7c8f7a6c1d21';
const SECRET = 'relation "users" at /srv/app.ts:1:1';

class Wordless extends DomainError {
  readonly kind = 'gone';
  readonly slug = 'wordless';
  readonly title = 'Nothing more to say';
}

describe('toProblem', () => {
  it('tells the words of our own errors, with their faults', () => {
    expect(toProblem(InvalidInput.at('/body', 'Too long.'), ID)).toEqual({
      type: '/problems/invalid-input',
      title: 'The input is not valid',
      status: 422,
      detail: 'Too long.',
      instance: `urn:uuid:${ID}`,
      requestId: ID,
      errors: [{ pointer: '/body', detail: 'Too long.' }],
    });
  });

  it('leaves out what there is not', () => {
    expect(toProblem(new Wordless())).toEqual({
      type: '/problems/wordless',
      title: 'Nothing more to say',
      status: 410,
    });
  });

  it.each([
    new Error(SECRET),
    new InternalServerErrorException(SECRET),
    new HttpException(SECRET, 599),
    Object.assign(new Error(SECRET), { statusCode: 200 }),
    new TypeError(SECRET),
    SECRET,
    null,
    undefined,
    { statusCode: 'x', message: SECRET },
  ])('says nothing of a fault of ours: %p', (error) => {
    const problem = toProblem(error, ID);
    expect(problem).toMatchObject({ type: '/problems/internal-error', status: 500, requestId: ID });
    expect(JSON.stringify(problem)).not.toContain('users');
  });

  it('takes the status of a framework’s error, and not its words', () => {
    const problem = toProblem(new BadRequestException(SECRET));
    expect(problem).toEqual(statusProblem(400));
    expect(problem.type).toBe('/problems/malformed-request');
    expect(toProblem(Object.assign(new Error(SECRET), { statusCode: 413 })).status).toBe(413);
  });

  it('names a status that has no slug by its phrase alone', () => {
    expect(statusProblem(418)).toEqual({ type: 'about:blank', title: "I'm a Teapot", status: 418 });
    expect(statusProblem(499).title).toBe('The request was refused');
  });
});

describe('retryAfter', () => {
  it('is told wherever waiting helps', () => {
    expect(retryAfter(new TemporarilyUnavailable())).toBe(1);
    expect(retryAfter(new ServiceUnavailableException())).toBe(1);
    expect(retryAfter(new HttpException('', 429))).toBe(1);
  });

  it('is not told where it does not', () => {
    for (const error of [new Wordless(), new BadRequestException(), new Error(), null]) {
      expect(retryAfter(error)).toBeNull();
    }
  });
});
