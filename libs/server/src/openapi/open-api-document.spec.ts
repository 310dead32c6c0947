import { engineRoutes } from '@ceex/contracts';
import { openApiDocument } from './open-api-document';

interface Document {
  paths: Record<string, Record<string, { operationId: string; security: object[]; parameters?: { name: string }[] }>>;
  components: { schemas: Record<string, object> };
}

describe('openApiDocument', () => {
  const document = openApiDocument(engineRoutes, {
    title: 'T',
    version: '1',
    prefix: '/api/engine',
    security: 'cookie',
  }) as Document;

  it('describes every route once, under its name', () => {
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(engineRoutes).sort());
  });

  it('writes paths and parameters in its own style', () => {
    const metrics = document.paths['/api/engine/node/{nodeId}/metrics']?.['get'];
    expect(metrics?.parameters?.map(({ name }) => name)).toEqual(['nodeId', 'startDate', 'endDate', 'resolution']);
    expect(metrics?.security).toHaveLength(1);
  });

  it('names the shared schemas', () => {
    expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining(['NodeMetrics', 'Problem']));
  });
});
