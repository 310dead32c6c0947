import type { Problem } from '@ceex/contracts';
import type { Response } from 'supertest';
import { type BffUnderTest, SAME_ORIGIN, startBff } from './bff-under-test';
import { answerAsVillage } from './village';
import { type WatchedLetters, watchLetters } from './watch-letters';

export type Name = Parameters<BffUnderTest['signIn']>[0];
export type Method = 'get' | 'post' | 'put' | 'delete';

/** The BFF before an engine that knows two small communities, and what it takes to be one of its users. */
export interface Village {
  readonly bff: BffUnderTest;
  readonly letters: WatchedLetters;
  /** Sends a request as somebody, or as nobody. */
  as(who: Name | 'nobody', method: Method, path: string, body?: object): Promise<Response>;
  /** As `as`, and the answer must be a refusal with this status and code. */
  refused(status: number, code: Problem['code'], ...request: Parameters<Village['as']>): Promise<Problem>;
  userId(email: string): Promise<string>;
  rows<T = Record<string, unknown>>(sql: string, values?: unknown[]): Promise<T[]>;
  /** The actions in the audit log since the last question, with what they tell. */
  audited(): Promise<readonly object[]>;
  stop(): Promise<void>;
}

/** Starts a village for one suite. */
export async function startVillage(env: Record<string, string> = {}): Promise<Village> {
  const bff = await startBff({ LETTER_LIMIT_ACCOUNT: '1000', ...env });
  bff.engine.answer = answerAsVillage;
  const letters = watchLetters(bff.app);
  const cookies = new Map<string, string>();
  const rows = <T>(sql: string, values: unknown[] = []) => bff.dataSource.query<T[]>(sql, values);
  let seen = 0;
  const as: Village['as'] = async (who, method, path, body) => {
    if (who !== 'nobody' && !cookies.has(who)) cookies.set(who, (await bff.signIn(who)).session);
    const call = bff.http()[method](path).set(SAME_ORIGIN);
    const sent = who === 'nobody' ? call : call.set('cookie', cookies.get(who) ?? '');
    return body === undefined ? sent : sent.send(body);
  };
  return {
    bff,
    letters,
    as,
    rows,
    async refused(status, code, ...request) {
      const answer = await as(...request);
      expect({ status: answer.status, body: answer.body as unknown }).toMatchObject({ status, body: { code } });
      return answer.body as Problem;
    },
    async userId(email) {
      const [row] = await rows<{ id: string }>('SELECT id FROM user_account WHERE email = $1', [email]);
      return row?.id ?? '';
    },
    async audited() {
      const found = await rows<{ id: string; action: string; subject: object; before: unknown; after: unknown }>(
        'SELECT id, action, subject, before, after FROM audit_entry WHERE id > $1 ORDER BY id',
        [seen],
      );
      seen = Number(found.at(-1)?.id ?? seen);
      return found.map(({ action, subject, before, after }) => ({ action, subject, before, after }));
    },
    stop: () => bff.stop(),
  };
}
