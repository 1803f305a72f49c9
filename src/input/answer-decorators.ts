import { applyDecorators, Header, HttpCode, SetMetadata, type Type } from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import type { Answer } from './answer.js';

type Result<View> = View | Answer<View, string | Buffer | null>;

/** Fits only handlers that return the view, plain or in an answer: the compiler rejects others. */
type Answering<View> = <H extends (...args: never[]) => Result<View> | Promise<Result<View>>>(
  target: object,
  name: string | symbol,
  descriptor: TypedPropertyDescriptor<H>,
) => void;

/**
 * The response of a handler with a status. The API document and the code share its type. A view
 * without an answer is sent with the first of these statuses.
 */
export function Answers(status: 204): Answering<void>;
export function Answers<View>(
  status: 200 | 201 | 202,
  view: Type<View>,
  description?: string,
): Answering<View>;
export function Answers<View>(
  status: number,
  view?: Type<View>,
  description?: string,
): Answering<View> {
  const document = { status, ...(view && { type: view }), ...(description && { description }) };
  return applyDecorators(HttpCode(status), ApiResponse(document));
}

/** A read that depends on the caller, so no shared cache may store it. */
export function PrivateRead<View>(
  view: Type<View>,
  caching = 'private, no-store',
): Answering<View> {
  return applyDecorators(Header('cache-control', caching), Answers(200, view) as MethodDecorator);
}

const PUBLIC_READ = 'colloquy:public-read';

/**
 * A read that is the same for everyone: `AnswerInterceptor` sends it with an `ETag`, or answers
 * 304.
 * @param view omitted if the route itself describes its response
 */
export function PublicRead<View>(view?: Type<View>): Answering<View> {
  return applyDecorators(
    SetMetadata(PUBLIC_READ, true),
    ApiHeader({
      name: 'If-None-Match',
      required: false,
      description: 'The `ETag` of the response that the client has.',
    }),
    ApiResponse({ status: 304, description: 'The response that the client has is still current.' }),
    ...(view ? [Answers(200, view) as MethodDecorator] : []),
  );
}

export function isPublicRead(handler: object): boolean {
  return Reflect.getMetadata(PUBLIC_READ, handler) === true;
}
