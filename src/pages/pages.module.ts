import { Module } from '@nestjs/common';
import { PostsModule } from '../posts/posts.module.js';
import { TransferModule } from '../transfer/transfer.module.js';
import { DemoSeed } from './demo-seed.js';

@Module({ imports: [PostsModule, TransferModule], providers: [DemoSeed] })
export class PagesModule {}
