import { bffRoutes, ENGINE_PREFIX, engineRoutes, type Route } from '@ceex/contracts';
import { openApiController, openApiDocument } from '@ceex/server';
import { Module } from '@nestjs/common';
import { ALLOW_LIST } from './forwarding/allow-list';

/** The BFF's own routes, and those of the engine that it forwards. */
export function bffDocument(): object {
  const routes: Record<string, Route> = { ...bffRoutes };
  for (const [name, route] of Object.entries<Route>(engineRoutes)) {
    const forwarded = ALLOW_LIST.some((rule) => rule.route === route);
    if (forwarded) routes[name] = { ...route, path: ENGINE_PREFIX + route.path };
  }
  return openApiDocument(routes, { title: 'CEEX', version: '1', security: 'cookie' });
}

@Module({ controllers: [openApiController('api/openapi.json', bffDocument())] })
export class OpenApiModule {}
