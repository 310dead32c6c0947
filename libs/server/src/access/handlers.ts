import type { INestApplicationContext, Type } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { contractOf } from '../contract/contract';
import { accessOf } from './access';

const METHOD_METADATA = 'method';

export interface HandlerView {
  readonly name: string;
  readonly access: ReturnType<typeof accessOf>;
  readonly contract: ReturnType<typeof contractOf>;
}

/**
 * Every HTTP handler of an application, with its access rule and its route: for the test that none lacks a rule and
 * that every route of the contracts has its handler. The application must import Nest's `DiscoveryModule`.
 */
export function handlersOf(app: INestApplicationContext): HandlerView[] {
  const scanner = new MetadataScanner();
  return app
    .get(DiscoveryService, { strict: false })
    .getControllers()
    .flatMap(({ metatype }) => {
      const controller = metatype as Type;
      const prototype = controller.prototype as Record<string, object>;
      return scanner.getAllMethodNames(prototype).flatMap((method) => {
        const handler = prototype[method];
        if (!handler || Reflect.getMetadata(METHOD_METADATA, handler) === undefined) return [];
        return [
          {
            name: `${controller.name}.${method}`,
            access: accessOf(handler, controller),
            contract: contractOf(handler),
          },
        ];
      });
    });
}
