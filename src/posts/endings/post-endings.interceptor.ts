import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { catchError, type Observable } from 'rxjs';
import { missingPost, PostNotFound } from '../shape/posts.errors.js';
import { PostEndingsRepository } from './post-endings.repository.js';

/** Where a route finds no post, says what became of it: one place for the routes of all rooms. */
@Injectable()
export class PostEndingsInterceptor implements NestInterceptor {
  constructor(private readonly endings: PostEndingsRepository) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const { params, url } = context.switchToHttp().getRequest<FastifyRequest>();
    const { post } = (params ?? {}) as { post?: string };
    return next.handle().pipe(
      catchError(async (error: unknown) => {
        if (!(error instanceof PostNotFound) || !post) throw error;
        const ending = await this.endings.find(post);
        throw missingPost(ending, (into) => url.replace(/\/posts\/[^/?]+/, `/posts/${into}`));
      }),
    );
  }
}
