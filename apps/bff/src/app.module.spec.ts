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
    const open = handlers.filter(({ access }) => access === 'public').map(({ name }) => name);
    expect(open.sort()).toEqual([
      'AcceptanceController.acceptAnew',
      'AcceptanceController.lookAt',
      'AuthController.login',
      'AuthController.logout',
      'AuthController.refresh',
      'EmailController.answer',
      'EmailController.check',
      'HealthController.live',
      'HealthController.ready',
      'OpenApiController.read',
      'PasskeySignInController.login',
      'PasskeySignInController.options',
      'PasswordController.check',
      'PasswordController.request',
      'PasswordController.resetPassword',
      'RegistrationController.check',
      'RegistrationController.makeAccount',
      'RegistrationController.register',
      'SecondStepController.login',
      'WebConfigController.read',
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
    const up = { status: 'up' };
    expect(body.details).toEqual({ database: up, migrations: up, engine: { status: 'down' } });
    await bff.http().get('/api/health/live').expect(200, { status: 'ok' });
  });

  it('is not ready before its migrations have run, so that a rolling update waits for them', async () => {
    const last = 'SELECT name FROM migration ORDER BY id DESC LIMIT 1';
    await bff.dataSource.query(`UPDATE migration SET name = 'x' || name WHERE name = (${last})`);
    const { body } = await bff.http().get('/api/health/ready').expect(503);
    expect(body.details).toMatchObject({ migrations: { status: 'down' } });
    await bff.dataSource.query(`UPDATE migration SET name = substr(name, 2) WHERE name = (${last})`);
  });
});
