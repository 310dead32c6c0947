/** Trading: the first screen of a prosumer. */
export { Trading } from './trading';
