import { errorEntry } from './error-entry';

describe('errorEntry', () => {
  it('tells of an error what helps, and nothing that hangs on it', () => {
    const error = Object.assign(new RangeError('relation is missing', { cause: new Error('the driver’s') }), {
      code: '42P01',
      query: 'SELECT $1',
      parameters: ['anna@example.org'],
      detail: 'Key (email)=(anna@example.org) already exists.',
    });
    const entry = errorEntry(error);
    expect(entry).toEqual({
      type: 'RangeError',
      message: 'relation is missing',
      stack: expect.stringContaining('error-entry.spec'),
      code: '42P01',
      cause: { type: 'Error', message: 'the driver’s', stack: expect.any(String) },
    });
    expect(JSON.stringify(entry)).not.toContain('anna@');
  });

  it('ends with a chain of causes that does not', () => {
    const error = new Error('round');
    error.cause = error;
    expect(JSON.stringify(errorEntry(error)).match(/round/g)?.length).toBeLessThan(20);
  });

  it.each([['a text'], [undefined], [{ password: 'x' }]])('takes %p for what it is', (thrown) => {
    expect(errorEntry(thrown)).toMatchObject({ type: typeof thrown });
  });
});
