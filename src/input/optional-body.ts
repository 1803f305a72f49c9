import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { InvalidInput } from '../problems/general.errors.js';
import { type Dto, readDto } from './field.js';
import { isObject } from './fields.js';

/** The DTO of an optional body, whose fields are all optional. */
export const OptionalBody = (dto: Dto): ParameterDecorator => {
  const read = createParamDecorator((_: unknown, context: ExecutionContext) => {
    const { body = {} } = context.switchToHttp().getRequest<FastifyRequest>();
    if (!isObject(body)) throw InvalidInput.at('', 'Send a JSON object, or no body.');
    return readDto(dto, body, '/');
  });
  return (target, key, index) => {
    read()(target, key, index);
    const handler = Object.getOwnPropertyDescriptor(target, key!)!;
    ApiBody({ type: dto, required: false })(target, key!, handler);
  };
};
