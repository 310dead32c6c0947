/** A chunk of its own: the routes and schemas of the pages before sign-in come after the first paint. */
export {
  acceptInvitation,
  acceptInvitationSignedIn,
  checkEmailLink,
  checkRegistrationLink,
  checkResetLink,
  completeRegistration,
  confirmEmail,
  lookAtInvitation,
  register,
  requestResetEmail,
  resetPassword,
} from '@ceex/contracts';
