import type { Access as AccessRule } from '@ceex/contracts';
import { SetMetadata } from '@nestjs/common';

const ACCESS = 'ceex:access';

/** Says who may call a handler that no contract describes (health, documents). A handler without it is refused. */
export const Access = (access: AccessRule): MethodDecorator & ClassDecorator => SetMetadata(ACCESS, access);

/** The rule of a handler, or of its class; undefined where neither has one. */
export function accessOf(handler: object, controller: object): AccessRule | undefined {
  return (Reflect.getMetadata(ACCESS, handler) ?? Reflect.getMetadata(ACCESS, controller)) as AccessRule | undefined;
}
