import { bffRoutes } from './bff/routes';
import { engineRoutes } from './engine/routes';
import { pathOf, type Route } from './route';

const ROUTES: readonly (readonly [string, Route])[] = Object.entries({ ...engineRoutes, ...bffRoutes });
const namesIn = (path: string) => [...path.matchAll(/:([A-Za-z]+)/g)].map(([, name]) => name);

describe('routes', () => {
  it.each(ROUTES)('%s has a schema for each parameter of its path, and for no other', (_, { path, schemas }) => {
    expect(Object.keys(schemas.params?.shape ?? {})).toEqual(namesIn(path));
  });

  it.each(ROUTES)('%s refuses unknown keys in query and parameters', (_, { schemas }) => {
    for (const schema of [schemas.params, schemas.query]) {
      if (schema === undefined) continue;
      const issues = schema.safeParse({ strange: '1' }).error?.issues ?? [];
      expect(issues.map(({ code }) => code)).toContain('unrecognized_keys');
    }
  });

  it.each(ROUTES)('%s guards what its path names', (_, { path, access }) => {
    // A node beside a community is one of that community: the handler looks it up there.
    if (path.includes(':communityId')) expect(['member', 'operator', 'administrator']).toContain(access);
    else if (path.includes(':nodeId')) expect(access).toBe('node');
    else expect(['public', 'signed-in', 'administrator', 'server']).toContain(access);
  });

  it('has each method and path once', () => {
    const keys = ROUTES.map(([, { method, path }]) => `${method} ${path}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('pathOf', () => {
  it('fills parameters in, percent-encoded', () => {
    expect(pathOf({ path: '/node/:nodeId/metrics' }, { nodeId: 7 })).toBe('/node/7/metrics');
    expect(pathOf({ path: '/node/:nodeId' }, { nodeId: '../a b' })).toBe('/node/..%2Fa%20b');
  });

  it('throws where a parameter is missing, and names it', () => {
    expect(() => pathOf({ path: '/node/:nodeId' }, {})).toThrow(/nodeId is missing/);
  });
});
