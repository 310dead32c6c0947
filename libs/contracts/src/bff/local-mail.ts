import * as z from 'zod';
import { instant, rowId } from '../quantities';
import { route } from '../route';

/** A letter of a local instance, which keeps its letters in a folder instead of sending them. */
export const localLetter = z.object({ letterId: z.int(), at: instant, to: z.string(), subject: z.string() });
export type LocalLetter = z.infer<typeof localLetter>;

/** With what it says: as text, and as the HTML document that a mail program would show. */
export const localLetterText = localLetter.extend({ text: z.string(), html: z.string() }).meta({ id: 'LocalLetter' });
export type LocalLetterText = z.infer<typeof localLetterText>;

/**
 * Only for who operates a community or administers the server (else `forbidden`). `not-found` where letters are sent:
 * then nobody reads them but their recipients.
 */
export const getLocalMail = route({
  method: 'GET',
  path: '/api/local-mail',
  access: 'signed-in',
  summary: 'The newest letters of a local instance (at most 100)',
  schemas: { response: z.object({ letters: z.array(localLetter) }).meta({ id: 'LocalMail' }) },
});

/** As `getLocalMail`. */
export const getLocalLetter = route({
  method: 'GET',
  path: '/api/local-mail/:letterId',
  access: 'signed-in',
  summary: 'A letter of a local instance',
  schemas: { params: z.strictObject({ letterId: rowId }), response: localLetterText },
});
