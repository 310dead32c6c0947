import type { DataSource } from 'typeorm';
import { AuditLog } from '../audit/audit-log';
import { readBffConfig } from '../config/bff-config';
import { Outbox } from '../mail/outbox';
import { SessionLife } from '../sessions/session-life';
import { Sessions } from '../sessions/sessions';
import { TellOfReuse } from '../sessions/tell-of-reuse';

export const IDLE_DAYS = 30;
export const MAX_DAYS = 90;

const CONFIG = readBffConfig({
  DATABASE_URL: 'postgres://nobody@localhost/nothing',
  ENGINE_URL: 'http://localhost:3001',
  ENGINE_TOKEN_SECRET: 'engine-secret-for-tests-01234567890',
  SESSION_SECRET: 'session-secret-for-tests-0123456789',
  SESSION_IDLE_DAYS: String(IDLE_DAYS),
  SESSION_MAX_DAYS: String(MAX_DAYS),
});

/** Sessions on a database of a test's own, without the rest of the BFF. */
export function sessionsOn(dataSource: DataSource): Sessions {
  const outbox = new Outbox(dataSource, CONFIG);
  return new Sessions(dataSource, new SessionLife(CONFIG), new TellOfReuse(outbox, new AuditLog()));
}
