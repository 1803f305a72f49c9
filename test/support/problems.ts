/** Sent wherever something is refused; no answer may repeat it. */
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

/** What only our own code and database know. */
export const INSIDES =
  /\bat .+:\d+:\d+|node_modules|\/src\/|\/dist\/|\.[jt]s\b|\b(select|insert|update|delete)\b.+\b(from|into|set|where)\b|\brelation\b|\bconstraint\b|syntax error|postgres|typeorm|fastify|nestjs|FST_|ERR_|ECONN/i;

/**
 * Holds an answer to what every refusal promises: a problem document of that status, without our
 * insides and without what was sent.
 * @param requested false for what could not be read as a request, and so has no id
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
