/** Sent with every refused request; no answer may repeat it. */
export const CANARY = 'canary-7f3a91c4';

export interface AnswerLike {
  status: number;
  headers: Record<string, string | undefined>;
  text: string;
}

export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail?: string;
  instance?: string;
  requestId?: string;
  errors?: { pointer: string; detail: string }[];
}

const MEMBERS = [
  'type',
  'title',
  'status',
  'detail',
  'instance',
  'requestId',
  'errors',
  'until',
  'challenge',
  'limit',
];
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Details that only the service's code and database contain. */
export const INSIDES =
  /\bat .+:\d+:\d+|node_modules|\/src\/|\/dist\/|\.[jt]s\b|\b(select|insert|update|delete)\b.+\b(from|into|set|where)\b|\brelation\b|\bconstraint\b|syntax error|postgres|typeorm|fastify|nestjs|FST_|ERR_|ECONN/i;

/**
 * Checks what every refusal promises: a problem document of that status, without internals and
 * without the input.
 * @param requested false if the bytes were no valid request, and so have no id
 */
export function expectProblem(
  answer: AnswerLike,
  status: number,
  { slug, requested = true }: { slug?: string; requested?: boolean } = {},
): ProblemBody {
  expect({ status: answer.status, type: answer.headers['content-type'] }).toEqual({
    status,
    type: expect.stringMatching(/^application\/problem\+json(; charset=utf-8)?$/),
  });
  expect(answer.text).not.toContain(CANARY);
  expect(answer.text).not.toMatch(INSIDES);
  const problem = JSON.parse(answer.text) as ProblemBody;
  expect(Object.keys(problem).filter((member) => !MEMBERS.includes(member))).toEqual([]);
  expect(problem).toMatchObject({
    status,
    type: slug ? `/problems/${slug}` : expect.stringMatching(/^(\/problems\/[a-z-]+|about:blank)$/),
    title: expect.stringMatching(/^[A-Z]/),
  });
  expect(answer.headers).toMatchObject({
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  if (requested) {
    expect(problem.requestId).toMatch(UUID);
    expect(answer.headers['x-request-id']).toBe(problem.requestId);
  }
  return problem;
}
