/** The dashboard of a node. */
export { Dashboard } from './dashboard';
