/** In which part somebody acts on one consultation; one person may hold several. */
export const actorKinds = [
  'requester',
  'requestingInstitution',
  'coordinator',
  'invitedExpert',
  'acceptedExpert',
  'system',
] as const;
export type ActorKind = (typeof actorKinds)[number];

export interface Actor {
  readonly practitionerId: string | null;
  readonly kinds: readonly ActorKind[];
}

/** Timers and reactions act as nobody in particular. */
export const system: Actor = { practitionerId: null, kinds: ['system'] };

/** When, by whom and with what remark something is done; time and ids come from outside so that it can be repeated. */
export interface Occasion {
  readonly now: Date;
  readonly by: Actor;
  readonly note: string | null;
  readonly newId: () => string;
}
