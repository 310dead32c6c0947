/** Account: sign-in. */
export { SignIn } from './sign-in';
