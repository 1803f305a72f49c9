export const JSON_TYPE = 'application/json; charset=utf-8';

/**
 * The answer of a route that says more than a view: a status, headers, or a body that is finished already.
 * `View` is the shape of the body, as the API document says it.
 *
 * The answer of an act is stored with its idempotency key inside the act's transaction and sent again
 * unchanged, so its text is made before the commit.
 */
export class Answer<View = unknown, Body extends string | Buffer | null = string | null> {
  /** Only for the compiler, so that answers of different views are different types. */
  declare readonly view?: View;

  constructor(
    readonly status: number,
    /** JSON text, unless a header says otherwise; null when there is no body. */
    readonly body: Body,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}
}

export const created = <View>(view: View): Answer<View> => new Answer(201, JSON.stringify(view));
export const done = <View>(view: View): Answer<View> => new Answer(200, JSON.stringify(view));
export const nothing = new Answer<void>(204, null);
