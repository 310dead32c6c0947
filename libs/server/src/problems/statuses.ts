import type { ProblemCode } from '@ceex/contracts';

interface Meaning {
  readonly status: number;
  readonly title: string;
}

/** The HTTP status and the short English title of every problem code: the only place where the two meet. */
export const MEANINGS: Readonly<Record<ProblemCode, Meaning>> = {
  'bad-request': { status: 400, title: 'The request is not valid' },
  unauthenticated: { status: 401, title: 'Sign in first' },
  'wrong-credentials': { status: 401, title: 'E-mail address or password is wrong' },
  'second-factor-required': { status: 401, title: 'The password is right; a second step follows' },
  'sign-in-again': { status: 401, title: 'The sign-in took too long or was tried too often; begin anew' },
  'wrong-code': { status: 422, title: 'The code is wrong, was used before, or has expired' },
  'wrong-password': { status: 422, title: 'The password is wrong' },
  'password-required': { status: 403, title: 'Confirm with the password first' },
  'passkey-refused': { status: 422, title: 'The passkey was not accepted' },
  forbidden: { status: 403, title: 'Not yours to see or change' },
  'cross-site': { status: 403, title: 'The request came from another site' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'method-not-allowed': { status: 405, title: 'The method is not allowed here' },
  conflict: { status: 409, title: 'The request conflicts with the present state' },
  'last-operator': { status: 409, title: 'A community would be left without an operator' },
  'link-not-valid': { status: 410, title: 'The link does not work (any more)' },
  'payload-too-large': { status: 413, title: 'The request body is too large' },
  'unsupported-media-type': { status: 415, title: 'The content type is not supported here' },
  unprocessable: { status: 422, title: 'The request cannot be carried out' },
  'password-refused': { status: 422, title: 'The new password is not good enough' },
  'rows-rejected': { status: 422, title: 'Lines of the import were rejected' },
  'not-a-tree': { status: 422, title: 'The grid is not a tree' },
  'too-many-points': { status: 422, title: 'The answer would have too many points' },
  'no-tariff': { status: 422, title: 'No tariff holds at that time' },
  'market-stopped': { status: 409, title: 'The market of this community is stopped' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something went wrong on the server' },
  busy: { status: 503, title: 'The server is busy; try again in a moment' },
  'upstream-unavailable': { status: 502, title: 'The engine cannot be reached' },
  'upstream-timeout': { status: 504, title: 'The engine did not answer in time' },
};

/** The code that stands for a bare HTTP status; anything unknown below 500 is a bad request, the rest is internal. */
export function codeOfStatus(status: number): ProblemCode {
  switch (status) {
    case 401:
      return 'unauthenticated';
    case 403:
      return 'forbidden';
    case 404:
      return 'not-found';
    case 405:
      return 'method-not-allowed';
    case 409:
      return 'conflict';
    case 413:
      return 'payload-too-large';
    case 415:
      return 'unsupported-media-type';
    case 422:
      return 'unprocessable';
    case 429:
      return 'too-many-requests';
    default:
      return status >= 400 && status < 500 ? 'bad-request' : 'internal';
  }
}
