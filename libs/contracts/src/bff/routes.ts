import { getCommunityAudit, getServerAudit } from './audit';
import { getMe, login, logout, putLanguage, refresh } from './auth';
import {
  listPasskeys,
  passkeyLogin,
  passkeyOptions,
  passkeyRegisterOptions,
  registerPasskey,
  removePasskey,
  renamePasskey,
} from './passkeys';
import {
  beginTotp,
  confirmTotp,
  getSecondFactor,
  loginSecondFactor,
  removeTotp,
  renewRecoveryCodes,
} from './second-factor';
import { cancelEmailChange, changeEmail, checkEmailLink, confirmEmail, getEmailChange } from './email-change';
import { changePassword, checkResetLink, requestResetEmail, resetPassword } from './password';
import { deleteMe, getMyData } from './privacy';
import { checkRegistrationLink, completeRegistration, register } from './registration';
import { endOtherSessions, endSession, getSessions } from './sessions';
import { createCommunity, getCommunities, inviteOperator } from './communities';
import {
  acceptInvitation,
  acceptInvitationSignedIn,
  getInvitations,
  invite,
  inviteMany,
  lookAtInvitation,
  resendInvitation,
  withdrawInvitation,
} from './invitations';
import {
  addMemberNode,
  endShare,
  getMembers,
  getNodePeople,
  leaveNode,
  makeOperator,
  removeMemberNode,
  shareNode,
  unmakeOperator,
  withdrawShare,
} from './members';
import { getLocalLetter, getLocalMail } from './local-mail';
import { getCommunityMail, getServerMail, retryCommunityMail, retryServerMail } from './mail';
import { getWebConfig } from './web-config';

/** The routes that the BFF answers itself. */
export const bffRoutes = {
  login,
  logout,
  refresh,
  getMe,
  putLanguage,
  getWebConfig,
  getCommunityMail,
  retryCommunityMail,
  getServerMail,
  retryServerMail,
  getLocalMail,
  getLocalLetter,
  getCommunityAudit,
  getServerAudit,
  requestResetEmail,
  checkResetLink,
  resetPassword,
  changePassword,
  getEmailChange,
  changeEmail,
  cancelEmailChange,
  checkEmailLink,
  confirmEmail,
  register,
  checkRegistrationLink,
  completeRegistration,
  getSessions,
  endSession,
  endOtherSessions,
  getMyData,
  deleteMe,
  loginSecondFactor,
  getSecondFactor,
  beginTotp,
  confirmTotp,
  removeTotp,
  renewRecoveryCodes,
  passkeyOptions,
  passkeyLogin,
  listPasskeys,
  passkeyRegisterOptions,
  registerPasskey,
  renamePasskey,
  removePasskey,
  invite,
  inviteMany,
  getInvitations,
  resendInvitation,
  withdrawInvitation,
  lookAtInvitation,
  acceptInvitation,
  acceptInvitationSignedIn,
  getMembers,
  addMemberNode,
  removeMemberNode,
  makeOperator,
  unmakeOperator,
  getNodePeople,
  shareNode,
  withdrawShare,
  endShare,
  leaveNode,
  getCommunities,
  createCommunity,
  inviteOperator,
} as const;
