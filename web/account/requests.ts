/** The service is where this script came from; what two pages share comes from `embed/` there. */
const HERE = import.meta.url.replace(/embed\/[^/]*$/, '');
const AUTH = new URL(/* @vite-ignore */ './api/v1/auth/', HERE).href;

/** A request that takes longer has failed; the page says so, and it can be tried again. */
const PATIENCE_MS = 15_000;

export interface Answer {
  /** The name of the sentence that tells it. */
  say: string;
  /** The rule that what was filled in breaks; null where it breaks none. */
  rule: string | null;
  /** What stands in the sentence. */
  values: Readonly<Record<string, string>>;
}

interface Problem {
  type?: string;
  errors?: readonly { pointer?: string; rule?: string }[];
}

export async function send(path: string, body: object): Promise<Answer> {
  try {
    const response = await fetch(AUTH + path, {
      method: 'POST',
      // What is mailed is in the language of the page.
      headers: {
        'content-type': 'application/json',
        'accept-language': document.documentElement.lang,
      },
      body: JSON.stringify(body),
      credentials: 'omit',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const answer: unknown = await response.json();
    if (!response.ok) return refusal(response.status, answer as Problem);
    return { say: 'done', rule: null, values: answer as Answer['values'] };
  } catch {
    return { say: 'network', rule: null, values: {} };
  }
}

function refusal(status: number, problem: Problem): Answer {
  const fault = problem.errors?.[0];
  return { say: sentenceOf(status, problem), rule: fault?.rule ?? null, values: {} };
}

function sentenceOf(status: number, { type, errors }: Problem): string {
  if (status === 429) return 'too-many';
  if (status === 408 || status >= 500) return 'network';
  // A link that was cut or has grown on its way is none of ours.
  if (errors?.[0]?.pointer === '/token') return 'link-not-valid';
  return type?.replace(/^.*\//, '') ?? 'failed';
}
