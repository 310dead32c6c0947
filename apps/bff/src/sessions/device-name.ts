import Bowser from 'bowser';

/** Longer descriptions are nobody's browser. */
const MAX_LENGTH = 512;

/** "Firefox on Linux" from what a browser says of itself; of the rest nothing is kept. '' where it says nothing known. */
export function deviceName(userAgent = ''): string {
  if (userAgent === '') return '';
  const { browser, os } = Bowser.parse(userAgent.slice(0, MAX_LENGTH));
  const parts = [browser.name, os.name].filter((name) => name !== undefined && name !== '');
  return parts.join(' on ').slice(0, 80);
}
