/** The dashboard: a household's energy and money over a range of days. */
export { Dashboard } from './dashboard';
