import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
} from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { catchError, type Observable } from 'rxjs';
import { AppConfig } from '../../config/app-config.js';
import { publicPathOf } from '../../config/public-path.js';
import { missingPost, PostEnded, PostNotFound } from '../shape/posts.errors.js';
import { PostEndingsRepository } from './post-endings.repository.js';

const ACTS_ON_POST = 'colloquy:acts-on-post';

/**
 * Marks a route that changes, deletes or merges the post itself. For a merged post it answers 409
 * instead of 308: a client that follows the redirect would change the other post.
 */
export function ActsOnPost(): MethodDecorator {
  return applyDecorators(
    SetMetadata(ACTS_ON_POST, true),
    ApiResponse({
      status: 409,
      description: 'The request does not fit the current state of the post.',
    }),
  );
}

/**
 * Reports what happened to a post that a route does not find. It serves the routes of all rooms.
 */
@Injectable()
export class PostEndingsInterceptor implements NestInterceptor {
  private readonly basePath: string;

  constructor(
    private readonly endings: PostEndingsRepository,
    config: AppConfig,
  ) {
    this.basePath = publicPathOf(config.publicUrl);
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const { params, url } = context.switchToHttp().getRequest<FastifyRequest>();
    const { post } = (params ?? {}) as { post?: string };
    return next.handle().pipe(
      catchError(async (error: unknown) => {
        if (!(error instanceof PostNotFound) || !post) throw error;
        const ending = await this.endings.find(post);
        const acts = Reflect.getMetadata(ACTS_ON_POST, context.getHandler()) === true;
        if (acts && ending?.into) throw new PostEnded();
        const path = ending?.into && url.replace(/\/posts\/[^/?]+/, `/posts/${ending.into}`);
        throw missingPost(ending, `${this.basePath}${path}`);
      }),
    );
  }
}
