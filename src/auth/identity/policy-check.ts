import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { findPolicy } from '../../users/viewer/policy.js';

type Handlers = Record<string, object>;

/**
 * Stops the boot when a route has no policy, so that a forgotten policy never means open access.
 */
@Injectable()
export class PolicyCheck implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onApplicationBootstrap(): void {
    const silent = this.discovery
      .getControllers()
      .flatMap(({ metatype }) => (metatype ? this.listSilentRoutes(metatype) : []));
    if (silent.length === 0) return;
    throw new Error(
      `No policy is stated for ${silent.join(', ')}. ` +
        'Put @Public(), @SignedIn(), @Staff() or @AdminOnly() on each route or its controller; ' +
        'a write that nobody else sees is @Private() or @OwnData().',
    );
  }

  /** @param controller a class, in the loose type that the framework declares */
  private listSilentRoutes(controller: { name: string; prototype?: unknown }): string[] {
    const handlers = controller.prototype as Handlers;
    return this.scanner
      .getAllMethodNames(handlers)
      .filter((name) => Reflect.hasMetadata(PATH_METADATA, handlers[name]))
      .filter((name) => findPolicy(handlers[name], controller) === undefined)
      .map((name) => `${controller.name}.${name}`);
  }
}
