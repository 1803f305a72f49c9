import type { Person } from './people.js';
import type { TestApp } from './test-app.js';
import { until } from './until.js';

export interface Job {
  id: string;
  state: string;
  total: number;
  done: number;
  refused: number;
}

export async function startBulk(app: TestApp, by: Person, input: object): Promise<Job> {
  const answer = await app.request.post('/api/v1/moderation/bulk').set(by.auth).send(input);
  if (answer.status !== 201) throw new Error(`No job began: ${answer.text}`);
  return answer.body;
}

export async function readJob(app: TestApp, by: Person, id: string): Promise<Job> {
  const path = `/api/v1/moderation/bulk/${id}`;
  return (await app.request.get(path).set(by.auth).expect(200)).body;
}

/** Waits until a job has ended. */
export async function ended(app: TestApp, by: Person, id: string): Promise<Job> {
  let job = await readJob(app, by, id);
  await until('the job to end', async () => {
    job = await readJob(app, by, id);
    return job.state !== 'running';
  });
  return job;
}

export async function outcomes(app: TestApp, by: Person, id: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  let cursor: string | null = null;
  do {
    const path = `/api/v1/moderation/bulk/${id}/items`;
    const query: object = { limit: 100, ...(cursor ? { cursor } : {}) };
    const { body } = await app.request.get(path).set(by.auth).query(query).expect(200);
    for (const { commentId, outcome } of body.items) found.set(commentId, outcome);
    cursor = body.nextCursor;
  } while (cursor);
  return found;
}
