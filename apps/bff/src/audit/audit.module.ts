import { Module } from '@nestjs/common';
import { AuditLog } from './audit-log';
import { AuditController } from './audit.controller';
import { ReadAudit } from './read-audit';

@Module({ controllers: [AuditController], providers: [AuditLog, ReadAudit], exports: [AuditLog] })
export class AuditModule {}
