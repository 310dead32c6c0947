import dePages from '../de/pages';
import deStart from '../de/start';
import enPages from '../en/pages';
import enStart from '../en/start';
import frPages from '../fr/pages';
import frStart from '../fr/start';
import itPages from '../it/pages';
import itStart from '../it/start';

/** All texts of all languages at once, for the tests: the app loads them in parts. */
export const ALL_TEXTS = {
  de: { ...deStart, ...dePages },
  en: { ...enStart, ...enPages },
  fr: { ...frStart, ...frPages },
  it: { ...itStart, ...itPages },
};
