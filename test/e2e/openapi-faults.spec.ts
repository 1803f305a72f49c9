import { ApiDocument } from '../support/openapi.js';
import { useSite } from '../support/site.js';
import { createPost } from '../support/threads.js';

/** A checker that detects nothing would accept every answer, so these answers must fail. */
describe('answers that the document does not describe', () => {
  const site = useSite({ people: { staff: 'admin' } });

  it('are seen to differ where they differ', async () => {
    const api = await ApiDocument.of(site.app);
    const post = (await createPost(site.app, site.staff)).id;
    const answer = await site.app.request.get(`/api/v1/posts/${post}`).expect(200);
    const { status, headers, text, body } = answer;
    const { revision: _, ...short } = body;
    const operation = api.find('get', `/api/v1/posts/${post}`)!;
    const faults = (change: object) =>
      api.faultsOf(operation, { status, headers, text, body, ...change });
    expect(faults({})).toEqual([]);
    for (const change of [
      { body: { ...body, secret: 1 } },
      { body: short },
      { body: { ...body, createdAt: 'yesterday' } },
      { status: 201 },
      { headers: { 'content-type': 'text/html' } },
      { status: 404 },
    ]) {
      expect(faults(change)).not.toEqual([]);
    }
  });
});
