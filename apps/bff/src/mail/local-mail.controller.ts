import { bffRoutes, type LocalLetter, type LocalLetterText } from '@ceex/contracts';
import { Contract, Input, type InputOf } from '@ceex/server';
import { Controller } from '@nestjs/common';
import { CurrentCaller } from '../auth/current-caller';
import type { Caller } from '../users/caller';
import { LocalMail } from './local-mail';

@Controller()
export class LocalMailController {
  constructor(private readonly mail: LocalMail) {}

  @Contract(bffRoutes.getLocalMail)
  async list(@CurrentCaller() caller: Caller): Promise<{ letters: LocalLetter[] }> {
    return { letters: await this.mail.list(caller) };
  }

  @Contract(bffRoutes.getLocalLetter)
  read(
    @Input() { params }: InputOf<typeof bffRoutes.getLocalLetter>,
    @CurrentCaller() caller: Caller,
  ): Promise<LocalLetterText> {
    return this.mail.read(caller, params.letterId);
  }
}
