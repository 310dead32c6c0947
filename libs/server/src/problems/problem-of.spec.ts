import { problem, PROBLEM_CODES } from '@ceex/contracts';
import { NotFoundException, PayloadTooLargeException } from '@nestjs/common';
import { z } from 'zod';
import { Failure } from './failure';
import { problemOf } from './problem-of';

describe('problemOf', () => {
  it.each(PROBLEM_CODES)('answers %s as the contract says', (code) => {
    const { problem: answer, unexpected } = problemOf(new Failure(code, { detail: 'why' }), 'id-12345');
    expect(problem.parse(answer)).toEqual(answer);
    expect(answer).toMatchObject({ code, detail: 'why', requestId: 'id-12345', type: `urn:ceex:problem:${code}` });
    expect(unexpected).toBe(false);
  });

  it('carries the rejected lines of an import', () => {
    const lines = [{ line: 3, code: 'bad-number', message: 'importKwh: "x"' }] as const;
    expect(problemOf(new Failure('rows-rejected', { lines, rejectedLines: 1 })).problem).toMatchObject({
      status: 422,
      lines,
      rejectedLines: 1,
    });
  });

  it('lists what a schema refused', () => {
    const { error } = z.strictObject({ a: z.int() }).safeParse({ a: 'x', b: 1 });
    expect(problemOf(error).problem).toMatchObject({ status: 400, errors: [{ path: 'a' }, { path: '' }] });
  });

  it.each([
    [new NotFoundException('secret'), 404, 'not-found'],
    [new PayloadTooLargeException(), 413, 'payload-too-large'],
    [Object.assign(new Error('limit'), { expose: true, status: 413 }), 413, 'payload-too-large'],
    [Object.assign(new Error('teapot'), { expose: true, status: 418 }), 400, 'bad-request'],
  ])('knows the status of %s', (exception, status, code) => {
    expect(problemOf(exception).problem).toMatchObject({ status, code });
    expect(JSON.stringify(problemOf(exception))).not.toContain('secret');
  });

  it.each([[new Error('password=hunter2')], ['hunter2'], [undefined], [{ status: 404 }]])(
    'says nothing of a bug: %p',
    (exception) => {
      const { problem: answer, unexpected } = problemOf(exception);
      expect(answer).toMatchObject({ status: 500, code: 'internal' });
      expect(JSON.stringify(answer)).not.toContain('hunter2');
      expect(unexpected).toBe(true);
    },
  );
});
