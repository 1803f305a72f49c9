import { Controller, Get, type INestApplication, Module, Res } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { answerQuestions } from '../child.js';

/** One way to send the same bytes through the framework. */
export interface FrameworkChoice {
  adapter: 'express' | 'fastify';
  /** Writes a log line for each request and each answer, to a discarded file. */
  logsRequests: boolean;
  /** The finished bytes, or an object that is serialised each time. */
  sends: 'bytes' | 'object';
  base64: string;
}

/** The common interface of both adapters' answers. */
interface Answer {
  header(name: string, value: string): Answer;
  send(body: unknown): unknown;
}

let bytes = Buffer.alloc(0);
let page: unknown = null;

@Controller()
class PageController {
  @Get('bytes')
  bytes(@Res() answer: Answer): void {
    void answer.header('content-type', 'application/json; charset=utf-8').send(bytes);
  }

  @Get('object')
  object(): unknown {
    return page;
  }
}

@Module({ controllers: [PageController] })
class PageModule {}

async function open({ adapter, logsRequests }: FrameworkChoice): Promise<INestApplication> {
  const loggerInstance = pino({ level: 'info' }, pino.destination('/dev/null'));
  if (adapter === 'fastify') {
    const fastify = new FastifyAdapter(logsRequests ? { loggerInstance } : {});
    return NestFactory.create<NestFastifyApplication>(PageModule, fastify, { logger: false });
  }
  const express = new ExpressAdapter();
  // Express would hash each body for an ETag; a page has its own ETag, computed once.
  (express.getInstance() as { disable(name: string): void }).disable('etag');
  return NestFactory.create(PageModule, express, { logger: false });
}

/** Answers with the server's address. */
answerQuestions<FrameworkChoice>(async (choice) => {
  bytes = Buffer.from(choice.base64, 'base64');
  page = JSON.parse(bytes.toString());
  const app = await open(choice);
  await app.listen(0, '127.0.0.1');
  const { port } = (app.getHttpServer() as { address(): AddressInfo }).address();
  return `http://127.0.0.1:${port}`;
});
