import { type Exchange, scriptOf } from './script.js';

const ID = '6f1a3c1e-9d62-4a51-8c0e-2f6f1f0f7a11';

function exchange(
  method: string,
  path: string,
  body: string,
  status: number,
  answer: object,
): Exchange {
  const wire = { method, path, headers: {}, body: Buffer.from(body) };
  return { wire, reply: { status, headers: {}, text: JSON.stringify(answer), body: answer } };
}

describe('the script of a fault', () => {
  const made = exchange('POST', '/posts', '{"slug":"a"}', 201, { items: [{ id: ID }] });
  const idle = exchange('POST', '/posts', '{"slug":"b"}', 201, { id: ID.replaceAll('1', '2') });
  const fault = exchange('PATCH', `/posts/${ID}/a`, `{"a":"it's ${ID}, $' and $&"}`, 500, {});

  it('takes what came from an answer from that answer again, wherever it stands', () => {
    const from = `'"$(of "$a0" items.0.id)"$'`;
    const lines = scriptOf([made, idle, fault], [fault]).split('\n').slice(3);
    expect(lines).toEqual([
      `a0=$(curl -sS -g --path-as-is -X POST --data-binary $'{"slug":"a"}' "$api"$'/posts') # 201`,
      `a2=$(curl -sS -g --path-as-is -X PATCH --data-binary $'{"a":"it\\x27s ${from}, $\\x27 and $&"}' "$api"$'/posts/${from}/a') # 500`,
    ]);
  });

  it('sends a text as it was where no answer brought it', () => {
    const same = exchange('PATCH', '/posts/a', `{"a":"${ID}"}`, 500, {});
    const lines = scriptOf([same], [same]).split('\n').slice(3);
    expect(lines).toEqual([
      `a0=$(curl -sS -g --path-as-is -X PATCH --data-binary $'{"a":"${ID}"}' "$api"$'/posts/a') # 500`,
    ]);
  });
});
