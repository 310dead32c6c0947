/** The community: its grid with what flows over it, its figures and its market. */
export { Community } from './community';
