import { Controller, Get, Post, type Type } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { Public, Staff } from '../../src/users/viewer/policy.js';
import { PolicyCheck } from '../../src/auth/identity/policy-check.js';

@Controller('open')
@Public()
class OpenController {
  @Get()
  read() {}

  @Post()
  @Staff()
  write() {}
}

@Controller('half')
class HalfController {
  @Get()
  @Public()
  stated() {}

  @Get('forgotten')
  forgotten() {}

  notARoute() {}
}

async function boot(...controllers: Type[]): Promise<void> {
  const module = await Test.createTestingModule({
    imports: [DiscoveryModule],
    controllers,
    providers: [PolicyCheck],
  }).compile();
  await module.init();
  await module.close();
}

describe('the check of policies at the start', () => {
  it('passes where every route or its controller states one', async () => {
    await expect(boot(OpenController)).resolves.toBeUndefined();
  });

  it('names the routes that state none, and nothing else', async () => {
    await expect(boot(OpenController, HalfController)).rejects.toThrow(
      /^No policy is stated for HalfController\.forgotten\. /,
    );
  });
});
