import type { InvitationState } from '@ceex/contracts';

/** How a state looks; its word stands beside. */
export const INVITATION_TONES: Readonly<Record<InvitationState, 'due' | 'good' | 'quiet'>> = {
  open: 'due',
  accepted: 'good',
  withdrawn: 'quiet',
  expired: 'quiet',
};
