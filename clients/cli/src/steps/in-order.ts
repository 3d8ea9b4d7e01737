/** The main job, in the order of the work. */
import type { Step } from '../demo-run.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { approveConsultation } from './approve-consultation.ts';
import { awaitInvoice } from './await-invoice.ts';
import { choosePatient } from './choose-patient.ts';
import { completeConsultation } from './complete-consultation.ts';
import { createConsultation } from './create-consultation.ts';
import { endSession } from './end-session.ts';
import { followLive } from './follow-live.ts';
import { importBundle } from './import-bundle.ts';
import { inviteExperts } from './invite-experts.ts';
import { joinRoom } from './join-room.ts';
import { matchExperts } from './match-experts.ts';
import { recordConsent } from './record-consent.ts';
import { signIn } from './sign-in.ts';
import { signOpinion } from './sign-opinion.ts';
import { startSession } from './start-session.ts';
import { submitConsultation } from './submit-consultation.ts';
import { uploadImages } from './upload-images.ts';

export const stepsInOrder: readonly Step[] = [
  signIn,
  importBundle,
  choosePatient,
  recordConsent,
  createConsultation,
  uploadImages,
  followLive,
  submitConsultation,
  approveConsultation,
  matchExperts,
  inviteExperts,
  acceptInvitation,
  joinRoom,
  startSession,
  endSession,
  signOpinion,
  completeConsultation,
  awaitInvoice,
];
