import * as z from 'zod';
import { communityParams } from '../engine/trading';
import { instant, invitationId } from '../quantities';
import { route } from '../route';
import { me } from './auth';
import { LANGUAGES } from './constants';
import { emailAddress, linkToken, newPassword } from './password';

/** `member`: somebody gets nodes; `operator`: somebody will operate the community; `share`: a member shares a node. */
export const INVITATION_KINDS = ['member', 'operator', 'share'] as const;
export type InvitationKind = (typeof INVITATION_KINDS)[number];
export const INVITATION_STATES = ['open', 'accepted', 'withdrawn', 'expired'] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

/** How long a link in a letter holds. */
export const INVITATION_DAYS = 14;
/** No file invites more addresses at once. */
export const MAX_INVITATIONS_AT_ONCE = 2_000;
/** The columns of a file of invitations; the last may be left out. `node` is a node's code, as in files of readings. */
export const INVITATION_COLUMNS = ['email', 'node', 'language'] as const;

const id = z.int().positive();
/** One invitation gives no more nodes. */
export const MAX_NODES_OF_INVITATION = 50;
const nodeIds = z.array(id).max(MAX_NODES_OF_INVITATION);
const language = z.enum(LANGUAGES);

const invitationParams = communityParams.extend({ invitationId });

/** A household node as people call it. */
export const namedNode = z.object({
  nodeId: z.int(),
  code: z.string(),
  /** What the household chose to be called; the code where the node is not there any more. */
  label: z.string(),
});
export type NamedNode = z.infer<typeof namedNode>;

export const invitation = z
  .object({
    invitationId: z.int(),
    kind: z.enum(INVITATION_KINDS),
    email: z.string(),
    language,
    nodes: z.array(namedNode),
    state: z.enum(INVITATION_STATES),
    createdAt: instant,
    /** When the last letter was written, and until when its link holds. */
    sentAt: instant,
    expiresAt: instant,
  })
  .meta({ id: 'Invitation' });
export type InvitationView = z.infer<typeof invitation>;

/** An operator gets no node by it, a member at least one. */
export const inviteBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('member'), email: emailAddress, language, nodeIds: nodeIds.min(1) }),
  z.strictObject({ kind: z.literal('operator'), email: emailAddress, language }),
]);
export type InviteBody = z.infer<typeof inviteBody>;

/** Refused: `unprocessable` with `body.nodeIds.0` for what is no household of the community; `conflict` where it is open or done already. */
export const invite = route({
  method: 'POST',
  path: '/api/community/:communityId/invitations',
  access: 'operator',
  summary: 'Invite somebody by e-mail',
  schemas: { params: communityParams, body: inviteBody, response: invitation },
});

/** Lines of one address are one invitation. Refused: `rows-rejected` with the lines, and then nobody is invited. */
export const inviteMany = route({
  method: 'POST',
  path: '/api/community/:communityId/invitations/csv',
  access: 'operator',
  summary: 'Invite the addresses of a CSV file (email, node, perhaps language), all or none',
  bodyType: 'text/csv',
  schemas: {
    params: communityParams,
    /** Of letters to whom the file gives no language. */
    query: z.strictObject({ language: language.optional() }),
    response: z.object({ lines: z.int(), invited: z.int() }).meta({ id: 'InvitedMany' }),
  },
});

const limit = z.coerce.number().int().min(1).max(200).default(50);

/** Newest first. */
export const getInvitations = route({
  method: 'GET',
  path: '/api/community/:communityId/invitations',
  access: 'operator',
  summary: 'The invitations of a community',
  schemas: {
    params: communityParams,
    query: z.strictObject({
      state: z.enum(INVITATION_STATES).optional(),
      before: invitationId.optional(),
      limit,
    }),
    response: z
      .object({
        invitations: z.array(invitation),
        /** The `before` of the next page; null on the last. */
        next: z.int().nullable(),
      })
      .meta({ id: 'Invitations' }),
  },
});

export const resendInvitation = route({
  method: 'POST',
  path: '/api/community/:communityId/invitations/:invitationId/resend',
  access: 'operator',
  summary: 'Send an invitation again, with a new link; the old one is worth nothing from then on',
  schemas: { params: invitationParams, response: invitation },
});

export const withdrawInvitation = route({
  method: 'DELETE',
  path: '/api/community/:communityId/invitations/:invitationId',
  access: 'operator',
  summary: 'Withdraw an invitation that is open',
  schemas: { params: invitationParams, response: invitation },
});

/** A link that is worth nothing (wrong, used, withdrawn, expired) is always refused with `link-not-valid`. */
export const lookAtInvitation = route({
  method: 'POST',
  path: '/api/invitations/look',
  access: 'public',
  summary: 'What a link invites to',
  schemas: {
    body: z.strictObject({ token: linkToken }),
    response: z
      .object({
        kind: z.enum(INVITATION_KINDS),
        community: z.string(),
        nodes: z.array(z.string()),
        email: z.string(),
        language,
        expiresAt: instant,
        /** The address has an account: sign in and accept there. */
        hasAccount: z.boolean(),
      })
      .meta({ id: 'InvitationSeen' }),
  },
});

export const acceptInvitation = route({
  method: 'POST',
  path: '/api/invitations/accept',
  access: 'public',
  summary: 'Accept an invitation with a new account; signs in',
  schemas: {
    body: z.strictObject({ token: linkToken, password: newPassword, language }),
    response: me,
  },
});

/** Refused with `forbidden` where somebody else is signed in than the one who was invited. */
export const acceptInvitationSignedIn = route({
  method: 'POST',
  path: '/api/invitations/accept-signed-in',
  access: 'signed-in',
  summary: 'Accept an invitation with the account that is signed in',
  schemas: { body: z.strictObject({ token: linkToken }), response: me },
});
