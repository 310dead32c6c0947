import account from './account.json';
import shell from './shell.json';

/** The texts of the frame and of the pages before somebody is signed in. */
export default { account, shell };
