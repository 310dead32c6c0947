// What docker-compose.prod.yml gives to a service, with the variables put in.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../launcher/paths.mjs';

export const DOMAIN = 'ceex.test';
const variables = {
  DOMAIN,
  IMAGE_PREFIX: 'ceex',
  MAIL_FROM: `ceex@${DOMAIN}`,
  SMTP_HOST: 'localhost',
  SMTP_USER: 'ceex',
  SIMULATED_METERS: 'on',
  PRODUCT_NAME: 'CEEX "in" containers',
};

const { services } = parse(readFileSync(join(root, 'docker-compose.prod.yml'), 'utf8'), { merge: true });

/** The environment of a service. Secrets are paths below /run/secrets, as there. */
export function environmentOf(service) {
  const { environment = {} } = services[service];
  return Object.fromEntries(Object.entries(environment).map(([name, text]) => [name, filledIn(text)]));
}

function filledIn(text) {
  return text.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name, mark, rest) => {
    const value = variables[name] ?? (mark === '-' ? rest : undefined);
    if (value === undefined) throw new Error(`docker-compose.prod.yml needs ${name}`);
    return value;
  });
}
