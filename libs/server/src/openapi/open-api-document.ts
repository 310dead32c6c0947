import { problem, type Route } from '@ceex/contracts';
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';

export interface DocumentSettings {
  readonly title: string;
  readonly version: string;
  /** Path before the routes, such as `/api/engine`. */
  readonly prefix?: string;
  /** How callers say who they are. */
  readonly security: 'cookie' | 'bearer';
}

const SCHEMES = {
  cookie: { type: 'apiKey', in: 'cookie', name: 'ceex_session' },
  bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
} as const;

/** The OpenAPI 3.1 description of contract routes, by their names (which become the operation ids). */
export function openApiDocument(routes: Readonly<Record<string, Route>>, settings: DocumentSettings): object {
  const paths: ZodOpenApiPathsObject = {};
  for (const [name, route] of Object.entries(routes)) {
    const path = `${settings.prefix ?? ''}${route.path.replace(/:([A-Za-z]+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(name, route) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: { title: settings.title, version: settings.version },
    paths,
    components: { securitySchemes: { caller: SCHEMES[settings.security] } },
  });
}

function operation(
  operationId: string,
  { access, summary, bodyType, answerType, schemas }: Route,
): ZodOpenApiOperationObject {
  const { params, query, body, response } = schemas;
  return {
    operationId,
    summary,
    description: `Access: ${access}`,
    security: access === 'public' ? [] : [{ caller: [] }],
    requestParams: { ...(params && { path: params }), ...(query && { query }) },
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    ...(bodyType && { requestBody: { required: true, content: { [bodyType]: { schema: { type: 'string' } } } } }),
    responses: {
      ...done(response, answerType),
      default: { description: 'A problem', content: { 'application/problem+json': { schema: problem } } },
    },
  };
}

function done(response: Route['schemas']['response'], answerType: Route['answerType']): ZodOpenApiResponsesObject {
  if (answerType === 'application/json')
    return { '200': { description: 'A file', content: { [answerType]: { schema: { type: 'object' } } } } };
  if (answerType)
    return { '200': { description: 'It goes on', content: { [answerType]: { schema: { type: 'string' } } } } };
  if (!response) return { '204': { description: 'Done' } };
  return { '200': { description: 'Done', content: { 'application/json': { schema: response } } } };
}
