import { postgresOptions } from '@ceex/server';
import type { DataSourceOptions } from 'typeorm';
import { AuditEntry } from '../audit/audit-entry.entity';
import { ForwardedWrite } from '../forwarding/forwarded-write.entity';
import { Invitation } from '../invitations/invitation.entity';
import { LetterRow } from '../mail/letter.entity';
import { PasskeyChallenge } from '../passkeys/passkey-challenge.entity';
import { Passkey } from '../passkeys/passkey.entity';
import { PendingSignIn } from '../second-factor/pending-sign-in.entity';
import { RecoveryCode } from '../second-factor/recovery-code.entity';
import { TotpFactor } from '../second-factor/totp-factor.entity';
import { Session } from '../sessions/session.entity';
import { ServerAdministrator } from '../users/server-administrator.entity';
import { SlowDownLevel } from '../slow-down/slow-down-level.entity';
import { EmailChangeRow } from '../users/email-change.entity';
import { MailRequest } from '../users/mail-request.entity';
import { OneTimeToken } from '../users/one-time-token.entity';
import { UserNode } from '../users/user-node.entity';
import { UserRole } from '../users/user-role.entity';
import { User } from '../users/user.entity';
import { FoundBff1764000000000 } from './migrations/1764000000000-found-bff';
import { FrenchAndItalian1765400000000 } from './migrations/1765400000000-french-and-italian';
import { MailAndAudit1766700100000 } from './migrations/1766700100000-mail-and-audit';
import { Credentials1766700200000 } from './migrations/1766700200000-credentials';
import { SecondFactorAndPasskeys1766700300000 } from './migrations/1766700300000-second-factor-and-passkeys';
import { Membership1766700400000 } from './migrations/1766700400000-membership';
import { ForwardedWrites1766700500000 } from './migrations/1766700500000-forwarded-writes';

/** The BFF's database: its tables, and the migrations that make them. */
export function bffDatabase(url: string): DataSourceOptions {
  return postgresOptions(url, {
    applicationName: 'ceex-bff',
    entities: [
      User,
      UserNode,
      UserRole,
      Session,
      LetterRow,
      AuditEntry,
      ServerAdministrator,
      Invitation,
      SlowDownLevel,
      EmailChangeRow,
      MailRequest,
      OneTimeToken,
      TotpFactor,
      RecoveryCode,
      PendingSignIn,
      Passkey,
      PasskeyChallenge,
      ForwardedWrite,
    ],
    migrations: [
      FoundBff1764000000000,
      FrenchAndItalian1765400000000,
      MailAndAudit1766700100000,
      Credentials1766700200000,
      SecondFactorAndPasskeys1766700300000,
      Membership1766700400000,
      ForwardedWrites1766700500000,
    ],
    statementTimeoutMs: 5_000,
  });
}
