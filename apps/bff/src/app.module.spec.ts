import { bffRoutes } from '@ceex/contracts';
import { handlersOf } from '@ceex/server';
import { ALLOW_LIST } from './forwarding/allow-list';
import { type BffUnderTest, startBff } from './testing/bff-under-test';

describe('the BFF', () => {
  let bff: BffUnderTest;
  beforeAll(async () => {
    bff = await startBff();
  });
  afterAll(() => bff.stop());
  beforeEach(() => bff.engine.reset());

  it('has an access rule for every handler, and only these for anyone', () => {
    const handlers = handlersOf(bff.app);
    expect(handlers.filter(({ access }) => access === undefined)).toEqual([]);
    expect(handlers.filter(({ access }) => access === 'public').map(({ name }) => name)).toEqual([
      'AuthController.login',
      'AuthController.refresh',
      'AuthController.logout',
      'PasswordController.request',
      'PasswordController.check',
      'PasswordController.resetPassword',
      'EmailController.check',
      'EmailController.answer',
      'RegistrationController.register',
      'RegistrationController.check',
      'RegistrationController.makeAccount',
      'PasskeySignInController.options',
      'PasskeySignInController.login',
      'WebConfigController.read',
      'OpenApiController.read',
      'HealthController.live',
      'HealthController.ready',
      'SecondStepController.login',
    ]);
  });

  it('has a handler for each of its routes', () => {
    const bound = handlersOf(bff.app).flatMap(({ contract }) => contract ?? []);
    expect(bound).toHaveLength(Object.keys(bffRoutes).length);
    expect(bound).toEqual(expect.arrayContaining(Object.values(bffRoutes)));
  });

  it('describes its own routes and those that it forwards', async () => {
    const { body } = await bff.http().get('/api/openapi.json').expect(200);
    const operations = Object.values<object>(body.paths).flatMap((path) => Object.keys(path));
    expect(operations).toHaveLength(Object.keys(bffRoutes).length + ALLOW_LIST.length);
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining(['/api/auth/login', '/api/engine/node/{nodeId}/metrics']),
    );
    expect(body.paths['/api/engine/community']).toBeUndefined();
  });

  it('is ready while the engine is', async () => {
    await bff.http().get('/api/health/ready').expect(200);
    expect(bff.engine.received).toMatchObject([{ url: '/health/ready' }]);
    bff.engine.answer = (_, response) => response.writeHead(503).end();
    const { body } = await bff.http().get('/api/health/ready').expect(503);
    expect(body.details).toEqual({ database: { status: 'up' }, engine: { status: 'down' } });
    await bff.http().get('/api/health/live').expect(200, { status: 'ok' });
  });
});
