import type { Language, LetterKind } from '@ceex/contracts';
import { Inject, Injectable } from '@nestjs/common';
import Mustache from 'mustache';
import { BFF_CONFIG, type BffConfig } from '../config/bff-config';
import type { Message } from './carrier';
import { LAYOUT } from './layout';
import type { LetterData } from './letters';
import { TEXTS } from './texts';
import { oneLine, valuesOf } from './values';

/** What there is to write. */
export interface Draft {
  readonly id: string;
  readonly createdAt: Date;
  readonly kind: LetterKind;
  readonly language: Language;
  readonly recipient: string;
  readonly data: LetterData[LetterKind];
}

/**
 * Makes the message of a letter: subject, text and HTML from the sentences of its language. Values are put in once,
 * escaped for where they go, and never read as templates themselves.
 */
@Injectable()
export class WriteLetter {
  constructor(@Inject(BFF_CONFIG) private readonly config: Pick<BffConfig, 'PRODUCT_NAME' | 'MAIL_TIME_ZONE'>) {}

  run({ id, createdAt, kind, language, recipient, data }: Draft): Message {
    const product = oneLine(this.config.PRODUCT_NAME);
    const values = { ...valuesOf(data, { language, timeZone: this.config.MAIL_TIME_ZONE }), product };
    const plain = sentences(language, kind, values, (text) => text);
    const escaped = sentences(language, kind, values, Mustache.escape);
    return {
      letterId: Number(id),
      createdAt,
      to: recipient,
      subject: plain.subject,
      text: textOf(plain),
      html: Mustache.render(LAYOUT, { ...escaped, language, product: Mustache.escape(product) }),
    };
  }
}

interface Sentences {
  readonly subject: string;
  readonly greeting: string;
  readonly before: readonly string[];
  readonly button: { readonly label: string; readonly link: string; readonly address: string } | null;
  readonly after: readonly string[];
  readonly footer: string;
}

function sentences(
  language: Language,
  kind: LetterKind,
  values: Record<string, string>,
  escape: (text: string) => string,
): Sentences {
  const { greeting, address, footer, letters } = TEXTS[language];
  const { subject, before, button, after } = letters[kind];
  const fill = (template: string) => Mustache.render(template, values, {}, { escape });
  const paragraphs = (templates: readonly string[]) => templates.map(fill).filter((text) => text !== '');
  return {
    subject: fill(subject),
    greeting: fill(greeting),
    before: paragraphs(before),
    button: button === undefined ? null : { label: fill(button), link: fill('{{link}}'), address: fill(address) },
    after: paragraphs(after),
    footer: fill(footer),
  };
}

function textOf({ subject, greeting, before, button, after, footer }: Sentences): string {
  const link = button ? [`${button.label}:\n${button.link}`] : [];
  return `${[subject, greeting, ...before, ...link, ...after, `-- \n${footer}`].join('\n\n')}\n`;
}
