import { signClaims } from '@ceex/server';
import request from 'supertest';
import { NOBODY, startTestEngine, TEST_SECRET, type TestEngine } from '../testing/test-engine';

const BEFORE = 'the secret before it, also long enough';

describe('a change of the secret between BFF and engine', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await startTestEngine('2026-10-20T12:00:00Z', { ENGINE_TOKEN_SECRET_BEFORE: BEFORE });
  });
  afterAll(() => engine.stop());

  it.each([
    ['the secret', TEST_SECRET, 404],
    ['the one before it', BEFORE, 404],
    ['any other', 'another secret, also 32 characters long', 401],
  ])('answers a call signed with %s', async (_, secret, status) => {
    const token = signClaims({ ...NOBODY, role: 'server' }, secret);
    await request(engine.app.getHttpServer())
      .get('/node/2000000000')
      .set('authorization', `Bearer ${token}`)
      .expect(status);
  });
});
