import { Module } from '@nestjs/common';
import { BFF_CONFIG, type BffConfig } from '../config/bff-config';
import { mailSettings } from '../config/mail-settings';
import { CARRIER, type Carrier } from './carrier';
import { FolderCarrier } from './folder-carrier';
import { LetterFates } from './letter-fates';
import { LocalMail } from './local-mail';
import { LocalMailController } from './local-mail.controller';
import { MailController } from './mail.controller';
import { Outbox } from './outbox';
import { Postman } from './postman';
import { Queue } from './queue';
import { SmtpCarrier } from './smtp-carrier';
import { WriteLetter } from './write-letter';

/** Letters: the outbox, the postman who empties it, and what the operator sees of both. */
@Module({
  controllers: [MailController, LocalMailController],
  providers: [
    Outbox,
    Queue,
    Postman,
    WriteLetter,
    LetterFates,
    LocalMail,
    { provide: CARRIER, inject: [BFF_CONFIG], useFactory: carrierOf },
  ],
  exports: [Outbox],
})
export class MailModule {}

function carrierOf(config: BffConfig): Carrier {
  const settings = mailSettings(config);
  return settings.transport === 'folder' ? new FolderCarrier(settings) : new SmtpCarrier(settings);
}
