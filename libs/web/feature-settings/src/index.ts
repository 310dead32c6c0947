/** The Account page of whoever is signed in. */
export { Settings } from './settings';
