import { HttpErrorResponse, HttpHeaders } from '@angular/common/http';
import { toProblemError } from './problem-error';

function failure(status: number, error: unknown, headers: Record<string, string> = {}): HttpErrorResponse {
  return new HttpErrorResponse({ status, error, headers: new HttpHeaders(headers) });
}

describe('toProblemError', () => {
  it('reads problem details, also as text', () => {
    const details = { type: 'about:blank', title: 'Conflict', status: 409, code: 'conflict', requestId: 'r-1' };
    expect(toProblemError(failure(409, details))).toMatchObject({ code: 'conflict', status: 409, requestId: 'r-1' });
    expect(toProblemError(failure(409, JSON.stringify(details)))).toMatchObject({ code: 'conflict' });
  });

  it('keeps the lines of a file that were rejected', () => {
    const lines = [{ line: 3, code: 'bad-email', message: '"x" is no e-mail address' }];
    const details = { type: 'about:blank', title: '', status: 422, code: 'rows-rejected', lines };
    expect(toProblemError(failure(422, details)).lines).toEqual(lines);
    expect(toProblemError(failure(422, { ...details, lines: ['three'] })).code).toBe('unreadable');
  });

  it('knows how long to wait', () => {
    const details = { type: 'about:blank', title: '', status: 429, code: 'too-many-requests' };
    expect(toProblemError(failure(429, details, { 'retry-after': '17' })).retryAfterSeconds).toBe(17);
    expect(toProblemError(failure(429, details, { 'retry-after': 'soon' })).retryAfterSeconds).toBeNull();
  });

  it.each([
    [0, null, 'offline'],
    [401, '<html>', 'unauthenticated'],
    [413, '', 'payload-too-large'],
    [500, null, 'internal'],
    [502, '<html>', 'upstream-unavailable'],
    [504, '<html>', 'upstream-timeout'],
    [418, { code: 'teapot' }, 'unreadable'],
  ])('makes a code of %i without problem details', (status, body, code) => {
    expect(toProblemError(failure(status, body)).code).toBe(code);
  });

  it('takes an answer that is not as agreed for unreadable', () => {
    expect(toProblemError(new TypeError('not an object')).code).toBe('unreadable');
  });

  it('keeps what it made before', () => {
    const problem = toProblemError(failure(0, null));
    expect(toProblemError(problem)).toBe(problem);
  });
});
