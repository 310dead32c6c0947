import type { DataSource } from 'typeorm';
import { AuditLog } from '../audit/audit-log';
import type { BffConfig } from '../config/bff-config';
import { Outbox } from '../mail/outbox';
import { SessionLife } from '../sessions/session-life';
import { Sessions } from '../sessions/sessions';
import { TellOfReuse } from '../sessions/tell-of-reuse';

export const IDLE_DAYS = 30;
export const MAX_DAYS = 90;

/** Sessions on a database of a test's own, without the rest of the BFF. */
export function sessionsOn(dataSource: DataSource): Sessions {
  const outbox = new Outbox(dataSource, { PUBLIC_URL: 'http://localhost:3000' } as BffConfig);
  const life = new SessionLife({ SESSION_IDLE_DAYS: IDLE_DAYS, SESSION_MAX_DAYS: MAX_DAYS });
  return new Sessions(dataSource, life, new TellOfReuse(outbox, new AuditLog()));
}
