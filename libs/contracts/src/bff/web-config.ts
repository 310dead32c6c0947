import * as z from 'zod';
import { route } from '../route';
import { LANGUAGES, WEB_CONFIG_PATH } from './constants';

/** What the web app learns about its deployment when it starts, so that one bundle serves every deployment. */
export const webConfig = z
  .object({
    /** What the product is called here: in titles, in the bar, on a phone's home screen. */
    productName: z.string(),
    /** For a browser that asks for none of the languages there are. */
    defaultLanguage: z.enum(LANGUAGES),
    /** Whether anybody may ask for an account; otherwise accounts come by invitation. */
    openRegistration: z.boolean(),
  })
  .meta({ id: 'WebConfig' });
export type WebConfig = z.infer<typeof webConfig>;

export const getWebConfig = route({
  method: 'GET',
  path: WEB_CONFIG_PATH,
  access: 'public',
  summary: 'What the web app needs to know about this deployment',
  schemas: { response: webConfig },
});
