import type { Language } from '@ceex/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { User } from './user.entity';

/** The one spelling of an e-mail address under which an account is kept. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** Reads and writes accounts. */
@Injectable()
export class Users {
  constructor(private readonly dataSource: DataSource) {}

  byEmail(email: string): Promise<User | null> {
    return this.dataSource.getRepository(User).findOneBy({ email: normalEmail(email) });
  }

  async setLanguage(userId: string, language: Language): Promise<void> {
    await this.dataSource.getRepository(User).update({ id: userId }, { language });
  }
}
