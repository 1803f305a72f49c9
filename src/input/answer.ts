export const JSON_TYPE = 'application/json; charset=utf-8';

/**
 * The response of a route that needs more than a view: a status, headers, or a body that is already
 * serialised. `View` is the shape of the body in the API document.
 *
 * The response of an act is stored with its idempotency key in the transaction of the act and sent
 * again unchanged, so its text is created before the commit.
 */
export class Answer<View = unknown, Body extends string | Buffer | null = string | null> {
  /** Only for the compiler, so that answers of different views are different types. */
  declare readonly view?: View;

  constructor(
    readonly status: number,
    /** JSON text, unless a header declares another type; null when there is no body. */
    readonly body: Body,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}
}

export const created = <View>(view: View): Answer<View> => new Answer(201, JSON.stringify(view));
export const done = <View>(view: View): Answer<View> => new Answer(200, JSON.stringify(view));
export const nothing = new Answer<void>(204, null);
